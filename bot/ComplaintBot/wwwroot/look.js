// Web Chat in the organisation's colours, light and dark, in fonts that are read well in each language.
(() => {
  'use strict';

  const { settings } = window.customerPage;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const chinese = {
    'zh-CN': "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'",
    'zh-TW': "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC'",
  };
  const fonts = [
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial",
    chinese[settings.language] ?? chinese['zh-CN'],
    'sans-serif',
  ].join(', ');

  // The same colours as in page.css.
  const palettes = {
    light: {
      background: '#ffffff', text: '#1c2127', subtle: '#5c6670', line: '#d8dee4', bot: '#f3f5f8', hover: '#e9edf1',
      user: `color-mix(in srgb, ${settings.accent.light} 12%, #ffffff)`, good: '#1a7f37', bad: '#b42318',
    },
    dark: {
      background: '#22272e', text: '#e6eaef', subtle: '#a9b4c0', line: '#444c56', bot: '#2d333b', hover: '#373e47',
      user: `color-mix(in srgb, ${settings.accent.dark} 22%, #22272e)`, good: '#6bc46d', bad: '#ff938a',
    },
  };

  /** Web Chat's style options for the look that the visitor's system asks for. */
  function styleOptions() {
    const colours = dark.matches ? palettes.dark : palettes.light;
    const accent = dark.matches ? settings.accent.dark : settings.accent.light;
    return {
      accent,
      primaryFont: fonts,
      fontSizeSmall: '85%',
      backgroundColor: colours.background,
      subtle: colours.subtle,
      timestampColor: colours.subtle,
      paddingRegular: 12,
      paddingWide: 16,
      transitionDuration: '0s',

      bubbleBackground: colours.bot,
      bubbleBorderColor: colours.line,
      bubbleBorderRadius: 12,
      bubbleTextColor: colours.text,
      bubbleFromUserBackground: colours.user,
      bubbleFromUserBorderColor: colours.user,
      bubbleFromUserBorderRadius: 12,
      bubbleFromUserTextColor: colours.text,
      bubbleMaxWidth: 560,
      bubbleMinWidth: 120,
      cardEmphasisBackgroundColor: colours.hover,
      cardPushButtonBackgroundColor: accent,
      cardPushButtonTextColor: colours.background,

      sendBoxBackground: colours.background,
      sendBoxBorderTop: `solid 1px ${colours.line}`,
      sendBoxTextColor: colours.text,
      sendBoxPlaceholderColor: colours.subtle,
      sendBoxButtonColor: accent,
      sendBoxButtonColorOnDisabled: colours.subtle,
      sendBoxButtonShadeColorOnHover: colours.hover,
      sendBoxButtonShadeColorOnActive: colours.line,
      sendBoxButtonShadeColorOnDisabled: 'transparent',
      sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
      sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
      sendBoxHeight: 52,
      sendBoxTextWrap: true,
      maxMessageLength: 20000,
      // A chosen file goes out at once: Web Chat would show only a tick on the clip until the next message.
      sendAttachmentOn: 'attach',
      // A message on its way is sent until it arrives; after this time the customer is asked.
      sendTimeout: 300000,
      sendTimeoutForAttachments: 300000,

      suggestedActionLayout: 'flow',
      suggestedActionBackgroundColor: colours.background,
      suggestedActionBackgroundColorOnHover: colours.hover,
      suggestedActionBackgroundColorOnActive: colours.line,
      suggestedActionBorderColor: accent,
      suggestedActionBorderRadius: 20,
      suggestedActionBorderWidth: 1,
      suggestedActionTextColor: accent,
      suggestedActionKeyboardFocusIndicatorBorderColor: accent,
      suggestedActionKeyboardFocusIndicatorBorderRadius: 20,
      suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
      suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
      suggestedActionKeyboardFocusIndicatorInset: 3,
      suggestedActionsVisualKeyboardIndicatorColor: accent,

      transcriptVisualKeyboardIndicatorColor: accent,
      transcriptActivityVisualKeyboardIndicatorColor: accent,
      notificationText: colours.subtle,
      toastSeparatorColor: colours.line,
      failedConnectivity: colours.bad,
    };
  }

  window.customerPage.look = {
    styleOptions,
    onChange: listener => dark.addEventListener('change', listener),
  };
})();
