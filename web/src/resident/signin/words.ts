import { inBoth } from '@shared/phone/words';

/** The door for staff; residents, who need no account, never load these. */
const zh = {
  title: '正在登录…',
  failed: '这个登录链接用不了',
  hint: '登录链接只能用一次，过一段时间会失效。请向发给您链接的人再要一个。',
  paste: '有新的链接？粘贴在这里',
  go: '登录',
  retry: '再试一次',
  empty: '请先粘贴登录链接。',
  byLink: '用登录链接进入',
  byPassword: '用账号和密码登录',
  staff: '工作人员登录',
  account: '账号（工号）',
  password: '密码',
  byPasskey: '用通行密钥登录',
  passkeyNotGiven: '没有完成。请再试一次，或换一种方式登录。',
  passkeyHint: '这个账号设置了通行密钥，请用它完成登录。',
  passkeyObstacle: {
    address: '在这个地址用不了通行密钥：它要认域名，而这里是 IP 地址，或不是本系统的正式地址。',
    unencrypted: '在这个地址用不了通行密钥：网页没有加密（https）。',
    browser: '这个浏览器不支持通行密钥。',
  },
  byProvider: (name: string) => `用${name}登录`,
  providerBrokenOff: '在那边的登录没有完成。',
  beginAgain: '重新登录',
  haveLink: '我有登录链接',
  noPassword: '还没有密码？用管理员发给您的登录链接进入，再到「登录与安全」里设置。',
  codeTitle: '还差一步',
  codeHint: '打开手机上的验证器应用，输入它现在显示的 6 位数字。手机不在身边，就输入一个恢复码。',
  code: '验证码或恢复码',
  appTitle: '设置第二重验证',
  appHint: '只有密码还不够。请用手机上的验证器应用扫一扫，它会每半分钟给出一个新的验证码。',
  appQr: '给验证器应用扫的二维码',
  appType: '扫不了？在应用里手工输入：',
  appCode: '应用现在显示的 6 位数字',
  appGo: '确认并登录',
  recoveryTitle: '请把恢复码抄下来',
  recoveryHint: '手机丢了或坏了，用它们登录，每个只能用一次。以后不会再显示，请抄在纸上收好。',
  recoveryKept: '已抄好，进入系统',
};

const en: typeof zh = {
  title: 'Signing in…',
  failed: 'This sign-in link does not work',
  hint: 'A sign-in link works once and expires after a while. Ask whoever sent it for a new one.',
  paste: 'A new link? Paste it here',
  go: 'Sign in',
  retry: 'Try again',
  empty: 'Paste the sign-in link first.',
  byLink: 'Sign in by link',
  byPassword: 'Sign in with account and password',
  staff: 'Staff sign-in',
  account: 'Account (staff number)',
  password: 'Password',
  byPasskey: 'Sign in with a passkey',
  passkeyNotGiven: 'It was not completed. Try again, or sign in another way.',
  passkeyHint: 'This account has a passkey: use it to complete signing in.',
  passkeyObstacle: {
    address:
      'Passkeys do not work at this address: they know a domain, and this is an IP address, or not the address set for this system.',
    unencrypted: 'Passkeys do not work at this address: the page is not encrypted (https).',
    browser: 'This browser does not support passkeys.',
  },
  byProvider: (name) => `Sign in with ${name}`,
  providerBrokenOff: 'The sign-in over there was not completed.',
  beginAgain: 'Sign in again',
  haveLink: 'I have a sign-in link',
  noPassword:
    'No password yet? Come in by the link your administrator sends you, then set one under “Sign-in and security”.',
  codeTitle: 'One more step',
  codeHint:
    'Open the authenticator app on your phone and enter the six digits it shows now. Without your phone, enter a recovery code.',
  code: 'Code, or recovery code',
  appTitle: 'Set up a second factor',
  appHint:
    'A password alone is not enough. Scan this with the authenticator app on your phone: it then shows a new code every half minute.',
  appQr: 'QR code for the authenticator app',
  appType: 'Cannot scan? Type this into the app:',
  appCode: 'The six digits the app shows now',
  appGo: 'Confirm and sign in',
  recoveryTitle: 'Write down your recovery codes',
  recoveryHint:
    'If your phone is lost or broken, sign in with one of them; each works once. They are not shown again: write them on paper and keep it safe.',
  recoveryKept: 'I have written them down: go on',
};

export const words = inBoth(zh, en);
