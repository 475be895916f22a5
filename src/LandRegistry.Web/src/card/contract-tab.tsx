import type { Contract, ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { CardSection, Property, Properties } from "./properties";

export function ContractTab({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  if (parcel.contracts.length === 0) return <p className="card-body card-empty">{t.card.noContracts}</p>;
  return (
    <div className="card-body">
      {parcel.contracts.map((contract, index) => (
        <CardSection key={contract.number ?? index} title={contract.kind === "supplementary" ? t.card.supplementary : t.card.contract}>
          <ContractFacts contract={contract} />
          <Indicators contract={contract} />
        </CardSection>
      ))}
    </div>
  );
}

function ContractFacts({ contract }: { contract: Contract }) {
  const { t, f } = useTexts();
  return (
    <Properties>
      <Property name={t.card.number} value={contract.number} />
      <Property name={t.card.supervisionNumber} value={contract.supervisionNumber} />
      <Property name={t.card.signedOn} value={f.date(contract.signedOn)} />
      <Property name={t.card.deliveryOn} value={f.date(contract.agreedDeliveryOn)} />
      <Property name={t.card.commencementOn} value={f.date(contract.agreedCommencementOn)} />
      <Property name={t.card.completionOn} value={f.date(contract.agreedCompletionOn)} />
      <Property name={t.card.termYears} value={contract.termYears === null ? null : t.card.years(f.number(contract.termYears))} />
      <Property name={t.card.price} value={f.yuan(contract.priceYuan)} />
      <Property name={t.card.totalInvestment} value={f.yuan(contract.totalInvestmentYuan)} />
      <Property
        name={t.card.developableArea}
        value={f.muWithUnit(contract.developableAreaSquareMetres)}
        note={contract.developableAreaSquareMetres === null ? undefined : f.hectaresWithUnit(contract.developableAreaSquareMetres)}
      />
    </Properties>
  );
}

/** What the holder promised; a bound that was not agreed is "not recorded", never 0. */
function Indicators({ contract }: { contract: Contract }) {
  const { t, f } = useTexts();
  const known = (value: number | null, print: (value: number) => string) => (value === null ? null : print(value));
  const { floorAreaRatioMin: least, floorAreaRatioMax: most } = contract;
  const ratio = [known(least, (value) => t.card.atLeast(f.number(value))), known(most, (value) => t.card.atMost(f.number(value)))].filter(Boolean).join("  ");
  const indicators: [string, string | null][] = [
    [t.card.floorAreaRatio, ratio || null],
    [t.card.buildingDensity, known(contract.buildingDensityMax, (value) => t.card.atMost(f.percent(value)))],
    [t.card.greenRatio, known(contract.greenRatioMin, (value) => t.card.atLeast(f.percent(value)))],
    [t.card.height, known(contract.heightMaxMetres, (value) => t.card.atMost(t.card.metres(f.number(value))))],
    [t.card.investmentPerMu, known(contract.investmentPerMuYuan, (value) => t.card.atLeast(t.card.perMu(f.yuan(value))))],
    [t.card.taxPerMu, known(contract.taxPerMuYuan, (value) => t.card.atLeast(t.card.perMu(f.yuan(value))))],
  ];
  return (
    <>
      <h4>{t.card.indicators}</h4>
      <Properties>
        {indicators.map(([name, value]) => (
          <Property key={name} name={name} value={value} />
        ))}
      </Properties>
    </>
  );
}
