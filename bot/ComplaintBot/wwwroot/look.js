// Web Chat in the organisation's colours, light and dark, in fonts that are read well in each language.
(() => {
  'use strict';

  const { settings } = window.customerPage;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const low = matchMedia('(max-height: 480px)');

  const chinese = {
    'zh-CN': "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'",
    'zh-TW': "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC'",
  };
  const fonts = [
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial",
    chinese[settings.language] ?? chinese['zh-CN'],
    'sans-serif',
  ].join(', ');

  // The same colours as in page.css. Every text colour is readable (WCAG AA) on every background of its look.
  const palettes = {
    light: {
      background: '#ffffff', text: '#1c2127', subtle: '#525c66', line: '#d8dee4', bot: '#f3f5f8', hover: '#e9edf1',
      user: `color-mix(in srgb, ${settings.accent.light} 12%, #ffffff)`, accent: settings.accent.light, accentBack: '#e6f0fa',
      good: '#14672b', goodBack: '#e2f5e7', warning: '#744800', warningBack: '#fff3d1', bad: '#a81f14', badBack: '#fdeae7',
    },
    dark: {
      background: '#22272e', text: '#e6eaef', subtle: '#b9c3cd', line: '#444c56', bot: '#2d333b', hover: '#373e47',
      user: `color-mix(in srgb, ${settings.accent.dark} 22%, #22272e)`, accent: settings.accent.dark, accentBack: '#22344a',
      good: '#7fd08a', goodBack: '#22382a', warning: '#f2c55c', warningBack: '#3d3417', bad: '#ffa198', badBack: '#452a2a',
    },
  };

  const colours = () => dark.matches ? palettes.dark : palettes.light;

  /** Web Chat's style options for the look that the visitor's system asks for. */
  function styleOptions() {
    const colour = colours();
    const { accent } = colour;
    return {
      accent,
      primaryFont: fonts,
      fontSizeSmall: '85%',
      backgroundColor: colour.background,
      subtle: colour.subtle,
      timestampColor: colour.subtle,
      paddingRegular: 12,
      paddingWide: 16,
      transitionDuration: '0s',

      bubbleBackground: colour.bot,
      bubbleBorderColor: colour.line,
      bubbleBorderRadius: 12,
      bubbleTextColor: colour.text,
      bubbleFromUserBackground: colour.user,
      bubbleFromUserBorderColor: colour.user,
      bubbleFromUserBorderRadius: 12,
      bubbleFromUserTextColor: colour.text,
      bubbleMaxWidth: 560,
      bubbleMinWidth: 120,
      cardPushButtonBackgroundColor: accent,
      cardPushButtonTextColor: colour.background,

      sendBoxBackground: colour.background,
      sendBoxBorderTop: `solid 1px ${colour.line}`,
      sendBoxTextColor: colour.text,
      sendBoxPlaceholderColor: colour.subtle,
      sendBoxButtonColor: accent,
      sendBoxButtonColorOnDisabled: colour.subtle,
      sendBoxButtonShadeColorOnHover: colour.hover,
      sendBoxButtonShadeColorOnActive: colour.line,
      sendBoxButtonShadeColorOnDisabled: 'transparent',
      sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
      sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
      sendBoxHeight: low.matches ? 44 : 52,
      sendBoxTextWrap: true,
      maxMessageLength: 20000,
      // A chosen file goes out at once: Web Chat would show only a tick on the clip until the next message.
      sendAttachmentOn: 'attach',
      // A message on its way is sent until it arrives; after this time the customer is asked.
      sendTimeout: 300000,
      sendTimeoutForAttachments: 300000,

      // In a low window (a page at four times its size) one row, to leave room for the words.
      suggestedActionLayout: low.matches ? 'carousel' : 'flow',
      suggestedActionBackgroundColor: colour.background,
      suggestedActionBackgroundColorOnHover: colour.hover,
      suggestedActionBackgroundColorOnActive: colour.line,
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
      notificationText: colour.subtle,
      toastSeparatorColor: colour.line,
      failedConnectivity: colour.bad,
    };
  }

  window.customerPage.look = {
    colours,
    fonts,
    styleOptions,
    onChange: listener => [dark, low].forEach(query => query.addEventListener('change', listener)),
  };
})();
