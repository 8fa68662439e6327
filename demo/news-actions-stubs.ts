/**
 * Stories whose address ends with #sheet find a system's sheet to share with, which here does nothing; the clipboard
 * refuses those whose address ends with #by-hand.
 */
const { navigator } = window;
const canShare = 'canShare' in navigator ? navigator.canShare.bind(navigator) : () => false;
const share = 'share' in navigator ? navigator.share.bind(navigator) : () => undefined;
const hasSheet = ({ url = '' }: ShareData): boolean => url.endsWith('#sheet');

Object.assign(navigator, {
  canShare: (data: ShareData) => hasSheet(data) || canShare(data),
  share: async (data: ShareData) => {
    if (!hasSheet(data)) await share(data);
  },
});

if ('clipboard' in navigator) {
  const { clipboard } = navigator;
  const writeText = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => {
    if (text.endsWith('#by-hand')) throw new DOMException('The demo refuses', 'NotAllowedError');
    await writeText(text);
  };
}
