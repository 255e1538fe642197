import { inBoth } from '@shared/phone/words';

/** What the page says that ends letters to a reporter. */
const zh = {
  title: '不再接收通知',
  about: '点下面的按钮后，我们不再就这次反映给你发邮件或短信。办理进度仍可凭查询码查看。',
  stop: '不再接收',
  done: '好的，以后不再给你发了。',
  failed: '没有成功，请从收到的通知里完整打开链接后再试。',
};

const en: typeof zh = {
  title: 'No more notices',
  about:
    'Press the button, and we write to you no more about this report. Its page opens with your code as before.',
  stop: 'Stop',
  done: 'Done: we will not write to you any more.',
  failed: 'That did not work: open the link whole from the notice that you were sent.',
};

export const words = inBoth(zh, en);
