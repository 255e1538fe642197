const LONGEST_EDGE = 1600;
const MOST_BYTES = 350_000;
const QUALITIES = [0.82, 0.7, 0.55, 0.4];

/** A photo as bytes, because some browsers lose blobs they were given to keep. */
export interface PhotoBytes {
  bytes: ArrayBuffer;
  type: string;
}

export function blobOf({ bytes, type }: PhotoBytes): Blob {
  return new Blob([bytes], { type });
}

/**
 * A photo small enough to send over a weak network: at most 1600 px and about 350 kB. Drawing it
 * anew also drops what the camera wrote into it, such as the place and the serial number.
 */
export async function shrunk(file: Blob): Promise<PhotoBytes> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const jpeg = await encoded(drawn(picture));
    return { bytes: await jpeg.arrayBuffer(), type: jpeg.type };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser cannot draw photos');
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  let smallest: Blob | null = null;
  for (const quality of QUALITIES) {
    smallest = await asJpeg(canvas, quality);
    if (smallest.size <= MOST_BYTES) break;
  }
  return smallest!;
}

function asJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This photo cannot be read'))),
      'image/jpeg',
      quality,
    ),
  );
}
