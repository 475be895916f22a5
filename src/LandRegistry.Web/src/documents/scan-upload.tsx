import { UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Upload } from "antd";
import { useState } from "react";
import { postFile } from "../api/http";
import { ProblemError } from "../api/problem";
import type { Scan } from "../api/types";
import { forgetOwnChange, refreshAfter, rememberOwnChange } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import { problemTitle } from "../ui/problem-alert";
import { SCAN_TYPES, scanFault } from "./scan-files";

interface ScanUploadProps {
  parcelId: number;
  label: string;
  /** The document that the scan belongs to; a photograph's is made first. */
  documentOf: (file: File) => Promise<number>;
}

/** Takes a file and stores it as the scan of a document. */
export function ScanUpload({ parcelId, label, documentOf }: ScanUploadProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const texts = useTexts();
  const { t } = texts;
  const [isSending, setIsSending] = useState(false);
  const store = async (file: File) => {
    const fault = scanFault(file);
    if (fault !== null) return void message.error(t.documents.faults[fault]);
    setIsSending(true);
    rememberOwnChange(parcelId);
    try {
      const id = await documentOf(file);
      await postFile<Scan>(`/api/documents/${id}/scan?fileName=${encodeURIComponent(file.name.slice(-200))}`, file);
      message.success(t.documents.stored(file.name));
    } catch (error) {
      forgetOwnChange(parcelId);
      if (!(error instanceof ProblemError)) throw error;
      message.error(problemTitle(error.problem, texts));
    } finally {
      refreshAfter(client, [parcelId]);
      setIsSending(false);
    }
  };
  return (
    <Upload
      accept={SCAN_TYPES.join(",")}
      showUploadList={false}
      beforeUpload={(file) => {
        void store(file);
        return Upload.LIST_IGNORE;
      }}
    >
      <Button size="small" icon={<UploadOutlined />} loading={isSending}>
        {label}
      </Button>
    </Upload>
  );
}
