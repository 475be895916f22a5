import { DownloadOutlined, EnvironmentOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { post } from "../api/http";
import { useFacts, useLaw } from "../api/parcel-queries";
import { useAsOf } from "../api/queries";
import type { Fact, FactKind } from "../api/types";
import { EnterButton } from "../facts/enter-button";
import { FactEntry } from "../facts/fact-entry";
import { printPosition } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { isPicture, printBytes } from "./scan-files";
import { ScanUpload } from "./scan-upload";

/** Papers with their scans, and visits to the site with their photographs. */
export function DocumentsTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const facts = useFacts(parcelId);
  const kinds = useLaw().data?.factKinds;
  const paper = kinds?.find(({ code }) => code === "document");
  const visit = kinds?.find(({ code }) => code === "inspection");
  if (facts.isError) return <p className="card-body card-empty">{t.facts.failed}</p>;
  if (facts.data === undefined || paper === undefined || visit === undefined) return <Skeleton active className="card-body" />;
  const standing = facts.data.items.filter(({ withdrawn }) => !withdrawn);
  const photos = standing.filter(({ kind, fields }) => kind === "document" && fields.inspectionId !== null && fields.inspectionId !== undefined);
  const papers = standing.filter((fact) => fact.kind === "document" && !photos.includes(fact));
  const visits = standing.filter(({ kind }) => kind === "inspection");
  return (
    <div className="card-body">
      <section className="fact-group">
        <header>
          <h3>{t.documents.papers}</h3>
          <EnterButton parcelId={parcelId} kinds={[paper]} label={t.documents.enterPaper} />
        </header>
        {papers.length === 0 ? <p className="card-empty">{t.documents.noPapers}</p> : <ul>{papers.map((fact) => <Paper key={fact.id} fact={fact} kind={paper} />)}</ul>}
      </section>
      <section className="fact-group">
        <header>
          <h3>{t.documents.visits}</h3>
          <EnterButton parcelId={parcelId} kinds={[visit]} label={t.documents.enterVisit} />
        </header>
        {visits.length === 0 ? (
          <p className="card-empty">{t.documents.noVisits}</p>
        ) : (
          <ul>
            {visits.map((fact) => (
              <Visit key={fact.id} fact={fact} kind={visit} photos={photos.filter(({ fields }) => fields.inspectionId === fact.id)} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Paper({ fact, kind }: { fact: Fact; kind: FactKind }) {
  const { t, say } = useTexts();
  const isNow = useAsOf() === null;
  const type = kind.fields.find(({ name }) => name === "type")?.choices?.find(({ code }) => code === fact.fields.type);
  return (
    <FactEntry fact={fact} kind={kind} title={type === undefined ? fact.fields.type : say(type.name)} said={["type"]}>
      <div className="scan-line">
        {fact.scan !== null ? <ScanLink fact={fact} /> : <span className="unknown">{t.documents.noScan}</span>}
        {isNow && <ScanUpload parcelId={fact.parcelId} label={fact.scan === null ? t.documents.upload : t.documents.replace} documentOf={() => Promise.resolve(fact.id)} />}
      </div>
    </FactEntry>
  );
}

function ScanLink({ fact }: { fact: Fact }) {
  const { t } = useTexts();
  const { scan } = fact;
  if (scan === null) return null;
  return (
    <a className="scan-link" href={`/api/documents/${fact.id}/scan`} download title={t.documents.download}>
      {isPicture(scan.mediaType) ? <img src={`/api/documents/${fact.id}/scan`} alt="" loading="lazy" /> : <FilePdfOutlined />}
      <span className="scan-link__name">{scan.fileName ?? t.documents.scan}</span>
      <span className="muted numeric">{printBytes(scan.byteCount)}</span>
      <DownloadOutlined />
    </a>
  );
}

function Visit({ fact, kind, photos }: { fact: Fact; kind: FactKind; photos: readonly Fact[] }) {
  const { t } = useTexts();
  const isNow = useAsOf() === null;
  const { longitude, latitude, inspector, seen } = fact.fields;
  const hasPosition = typeof longitude === "number" && typeof latitude === "number";
  const newPhoto = async (file: File) => (await post<Fact>(`/api/parcels/${fact.parcelId}/facts/document`, { type: "photo", title: file.name.slice(0, 200), inspectionId: fact.id })).body.id;
  return (
    <FactEntry fact={fact} kind={kind} title={inspector ?? t.documents.unknownInspector} said={["inspector", "seen", "longitude", "latitude"]}>
      <p className="visit__seen">{seen}</p>
      {hasPosition && (
        <p className="muted visit__place numeric">
          <EnvironmentOutlined /> {printPosition([longitude, latitude])}
        </p>
      )}
      <div className="photos">
        {photos.map((photo) => (
          <a key={photo.id} href={`/api/documents/${photo.id}/scan`} download title={photo.fields.title ?? t.documents.photo}>
            {photo.scan !== null && isPicture(photo.scan.mediaType) ? <img src={`/api/documents/${photo.id}/scan`} alt={photo.fields.title ?? t.documents.photo} loading="lazy" /> : <FilePdfOutlined />}
          </a>
        ))}
        {isNow && <ScanUpload parcelId={fact.parcelId} label={t.documents.addPhoto} documentOf={newPhoto} />}
      </div>
    </FactEntry>
  );
}
