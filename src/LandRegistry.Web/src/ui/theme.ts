import type { ThemeConfig } from "antd";

/** Ant Design in the product's own voice; the same values stand in styles/tokens.css for everything else. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0f5e63",
    colorInfo: "#0f5e63",
    colorLink: "#0f5e63",
    colorText: "#1d2b2c",
    colorTextSecondary: "#566665",
    colorTextPlaceholder: "#7c8a89",
    colorBorder: "#cfd8d6",
    colorBorderSecondary: "#e3e9e7",
    colorBgLayout: "#f4f6f5",
    colorError: "#b3261e",
    colorWarning: "#9a6200",
    colorSuccess: "#2a6428",
    colorErrorBg: "#fdf1f0",
    colorErrorBorder: "#efc7c4",
    colorWarningBg: "#fdf6e6",
    colorWarningBorder: "#ecd39a",
    colorSuccessBg: "#eef6ee",
    colorSuccessBorder: "#bcd9bb",
    colorBgMask: "rgb(20 40 40 / 32%)",
    borderRadius: 6,
    fontSize: 14,
    fontFamily: "var(--font)",
    controlHeight: 32,
    controlHeightSM: 26,
    wireframe: false,
    // Whoever asks the system for stillness gets windows and menus at once (WCAG 2.2, 2.3.3).
    motion: !globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches,
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
  },
  components: {
    Alert: { withDescriptionPadding: "12px 16px", withDescriptionIconSize: 18 },
    Modal: { titleFontSize: 16 },
    Segmented: { trackBg: "#e6ecea", itemSelectedBg: "#ffffff" },
    Tabs: { horizontalMargin: "0", horizontalItemGutter: 20 },
    Button: { primaryShadow: "none", defaultShadow: "none" },
  },
};
