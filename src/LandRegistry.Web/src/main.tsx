import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./styles/tokens.css";
import "./styles/dark.css";
import "./styles/shell.css";
import "./styles/filters.css";
import "./styles/map.css";
import "./styles/drawing.css";
import "./styles/ground.css";
import "./styles/map-tools.css";
import "./styles/print.css";
import "./styles/help.css";
import "./styles/table.css";
import "./styles/selection.css";
import "./styles/views.css";
import "./styles/card.css";
import "./styles/dialogs.css";
import "./styles/history.css";
import "./styles/facts.css";
import "./styles/clock.css";
import "./styles/readiness.css";
import "./styles/money.css";
import "./styles/office.css";
import "./styles/cases.css";
import "./styles/enterprises.css";
import "./styles/retender.css";
import "./styles/projects.css";
import "./styles/overview.css";
import "./styles/people.css";
import "./styles/system.css";
import "./styles/imports.css";
import "./styles/narrow.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
