import { CloseOutlined } from "@ant-design/icons";
import type { AssembledParcel, AssembledSite } from "../api/assemblies";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { IconButton } from "../ui/icon-button";

/** The merged shape in figures, and each of its parcels with holder, burdens and money. */
export function SiteView({ site, onTake }: { site: AssembledSite; onTake: (id: number) => void }) {
  const { t, f } = useTexts();
  return (
    <>
      <dl className="draw-measures" role="status">
        <dt>{t.assembly.area}</dt>
        <dd className="numeric">{site.areaSquareMetres === null ? "—" : `${f.muWithUnit(site.areaSquareMetres)} · ${f.hectaresWithUnit(site.areaSquareMetres)}`}</dd>
        <dt>{t.assembly.chosen(site.parcels.length)}</dt>
        <dd>{site.isOneShape ? t.assembly.oneShape : t.assembly.apart}</dd>
        <MoneyTotals parcels={site.parcels} />
      </dl>
      <ul className="assembly-parcels">
        {site.parcels.map((parcel) => (
          <Parcel key={parcel.id} parcel={parcel} onTake={() => onTake(parcel.id)} />
        ))}
      </ul>
    </>
  );
}

function MoneyTotals({ parcels }: { parcels: readonly AssembledParcel[] }) {
  const { t, f } = useTexts();
  const sumOf = (pick: (parcel: AssembledParcel) => number | null) => {
    const known = parcels.map(pick).filter((amount): amount is number => amount !== null);
    return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
  };
  const lines: [string, number | null][] = [
    [t.assembly.price, sumOf(({ priceYuan }) => priceYuan)],
    [t.assembly.compensationOpen, sumOf(({ compensationOpenYuan }) => compensationOpenYuan)],
    [t.assembly.feeOpen, sumOf(({ feeOpenYuan }) => feeOpenYuan)],
  ];
  return lines
    .filter(([, amount]) => amount !== null)
    .map(([name, amount]) => [
      <dt key={name}>{name}</dt>,
      <dd key={`${name}=`} className="numeric">
        {f.yuan(amount)}
      </dd>,
    ]);
}

function Parcel({ parcel, onTake }: { parcel: AssembledParcel; onTake: () => void }) {
  const { t, f } = useTexts();
  const label = parcelLabel(parcel, t);
  const burdens = parcel.burdens.map((kind) => t.assembly.kinds[kind] ?? kind);
  return (
    <li className="assembly-parcel">
      <div className="assembly-parcel__head">
        <strong>{label}</strong>
        {parcel.isStanding ? isStatus(parcel.status) && <StatusTag status={parcel.status} onHold={parcel.onHold} /> : <span className="plain-mark plain-mark--strong">{t.assembly.ended}</span>}
        <IconButton label={t.assembly.take(label)} icon={<CloseOutlined />} onClick={onTake} />
      </div>
      <span className="numeric">{f.muWithUnit(parcel.areaSquareMetres)}</span>
      <span>
        {t.assembly.holders}: {parcel.holders.length > 0 ? parcel.holders.join(t.common.listSeparator) : t.common.unknown}
      </span>
      <span>
        {t.assembly.burdens}: {burdens.length > 0 ? burdens.join(t.common.listSeparator) : t.assembly.noBurdens}
      </span>
      <Money name={t.assembly.price} amount={parcel.priceYuan} />
      <Money name={t.assembly.compensationOpen} amount={parcel.compensationOpenYuan} />
      <Money name={t.assembly.feeOpen} amount={parcel.feeOpenYuan} />
    </li>
  );
}

function Money({ name, amount }: { name: string; amount: number | null }) {
  const { f } = useTexts();
  if (amount === null) return null;
  return (
    <span className="numeric">
      {name}: {f.yuan(amount)}
    </span>
  );
}
