/**
 * The keys of a tree inside a select: right opens a branch, left closes it, Enter and the space bar
 * choose it. Element Plus' own tree would choose on right and left, and do nothing on Enter.
 */
export function onTreeKey(event: KeyboardEvent): void {
  const node = event.target instanceof Element && event.target.closest('.el-tree-node');
  if (!node) return;
  const handle = node.querySelector<HTMLElement>('.el-tree-node__expand-icon:not(.is-leaf)');
  const isOpen = node.getAttribute('aria-expanded') === 'true';
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    if (isOpen === (event.key === 'ArrowLeft')) handle?.click();
  } else if (event.key === 'Enter' || event.key === ' ') {
    node.querySelector<HTMLElement>('.el-tree-node__content')?.click();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
