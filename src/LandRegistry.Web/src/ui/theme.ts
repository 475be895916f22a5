import { theme as ant, type ThemeConfig } from "antd";
import type { Scheme } from "./colour-scheme";

const LIGHT = {
  colorPrimary: "#0f5e63",
  colorInfo: "#0f5e63",
  colorLink: "#0f5e63",
  colorText: "#1d2b2c",
  colorTextSecondary: "#566665",
  colorTextPlaceholder: "#6b7977",
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
  // Of dark colours Ant Design derives greys for these.
  colorPrimaryBg: "#e3efef",
  colorInfoBg: "#e9f2f1",
  colorInfoBorder: "#b9d3d1",
  colorBgMask: "rgb(20 40 40 / 32%)",
};

const DARK = {
  colorPrimary: "#2c8d89",
  colorInfo: "#5cc2bd",
  colorLink: "#5cc2bd",
  colorText: "#e4ecea",
  colorTextSecondary: "#a9b8b5",
  colorTextPlaceholder: "#8fa09d",
  colorBorder: "#3b4b4b",
  colorBorderSecondary: "#2b3839",
  colorBgLayout: "#111819",
  colorBgContainer: "#182122",
  colorBgElevated: "#1f2a2b",
  colorError: "#ff8a80",
  colorWarning: "#f0b95a",
  colorSuccess: "#7cc97a",
  colorErrorBg: "#3a1b1a",
  colorErrorBorder: "#6d302c",
  colorWarningBg: "#33270f",
  colorWarningBorder: "#6b5320",
  colorSuccessBg: "#16301a",
  colorSuccessBorder: "#2f5a35",
  colorInfoBg: "#14302f",
  colorInfoBorder: "#2c5654",
  colorBgMask: "rgb(0 0 0 / 55%)",
};

/** Ant Design in the product's own voice; the same values stand in styles/tokens.css for everything else. */
export function themeOf(scheme: Scheme): ThemeConfig {
  const isDark = scheme === "dark";
  return {
    algorithm: isDark ? ant.darkAlgorithm : ant.defaultAlgorithm,
    token: {
      ...(isDark ? DARK : LIGHT),
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
      Segmented: isDark ? { trackBg: "#111819", itemSelectedBg: "#2b3839" } : { trackBg: "#e6ecea", itemSelectedBg: "#ffffff" },
      Tabs: { horizontalMargin: "0", horizontalItemGutter: 20, ...(isDark ? { itemSelectedColor: "#5cc2bd", itemHoverColor: "#8ad9d4", itemActiveColor: "#8ad9d4", inkBarColor: "#5cc2bd" } : {}) },
      Button: { primaryShadow: "none", defaultShadow: "none" },
    },
  };
}
