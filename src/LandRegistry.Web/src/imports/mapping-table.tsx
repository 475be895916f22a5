import { Select } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { useFields, type ColumnChoice, type Field, type FileShape, type ImportChoices } from "./import-queries";
import { columnOfPlace, placeOf, placed, PLACES, type Place } from "./place-columns";

interface MappingTableProps {
  file: FileShape;
  choices: ImportChoices;
  onChange: (columns: ColumnChoice[]) => void;
  /** The file is looked at anew by other columns of the place. */
  onPlace: (part: Partial<ImportChoices>) => void;
}

/** Square metres of a mu, and the other units that areas and prices come in. */
const UNITS = { StatedAreaSquareMetres: [1, 666.6666666666666666666666667, 10000, 1000000], PriceYuan: [1, 10000, 100000000] } as const;

const DATE_FORMS = ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd", "dd/MM/yyyy", "MM/dd/yyyy"] as const;

/** Days as a spreadsheet numbers them. */
const DAY_NUMBERS = "serial";

/** The columns of the file and what each fills; a field is filled by one column. */
export function MappingTable({ file, choices, onChange, onPlace }: MappingTableProps) {
  const { t, say } = useTexts();
  const columns = choices.columns ?? [];
  const [half, setHalf] = useState<Partial<Record<Place, string>>>({});
  const places = { ...columnOfPlace(file.placeColumns ?? []), ...half };
  const fields = useFields();
  const of = (column: string) => columns.find((choice) => choice.column === column);
  const set = (column: string, part: Partial<ColumnChoice>) => {
    const next = { ...(of(column) ?? { column, dateFormats: null, factor: null, words: null }), ...part } as ColumnChoice;
    onChange([...columns.filter((choice) => choice.column !== column && choice.field !== next.field), next]);
  };
  const put = (place: Place, column: string) => {
    const part = placed(places, place, column);
    if (part === null) setHalf({ ...half, [place]: column });
    else onPlace({ ...part, columns: columns.filter((choice) => choice.column !== column) });
  };
  return (
    <table className="import-mapping">
      <thead>
        <tr>
          <th scope="col">{t.imports.column}</th>
          <th scope="col">{t.imports.samples}</th>
          <th scope="col">{t.imports.fills}</th>
          <th scope="col">{t.imports.readAs}</th>
        </tr>
      </thead>
      <tbody>
        {file.columns.map(({ name, samples }) => {
          const choice = of(name);
          const field = fields.data?.find((one) => one.field === choice?.field);
          const place = placeOf(places, name);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="muted import-mapping__samples">{samples.slice(0, 3).join(" · ")}</td>
              <td>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: "label" }}
                  aria-label={t.imports.fillsOf(name)}
                  placeholder={t.imports.keptOnly}
                  value={place ?? choice?.field}
                  options={[
                    ...(file.isTable ? PLACES.map((one) => ({ value: one as string, label: t.imports.places[one] })) : []),
                    ...(fields.data ?? []).map((one) => ({ value: one.field as string, label: say(one.name) })),
                  ]}
                  onChange={(picked: string | undefined) => {
                    const asPlace = PLACES.find((one) => one === picked);
                    if (asPlace !== undefined) put(asPlace, name);
                    else if (picked === undefined) onChange(columns.filter((one) => one.column !== name));
                    else set(name, { field: picked as ColumnChoice["field"] });
                  }}
                />
              </td>
              <td>
                {choice !== undefined && field?.type === "Date" && (
                  <Select
                    aria-label={t.imports.dateForm(name)}
                    value={choice.dateFormats?.[0] ?? ""}
                    options={[{ value: "", label: t.imports.dateUsual }, ...DATE_FORMS.map((form) => ({ value: form, label: form })), { value: DAY_NUMBERS, label: t.imports.dateNumber }]}
                    onChange={(form) => set(name, { dateFormats: form === "" ? null : [form] })}
                  />
                )}
                {choice !== undefined && field?.type === "Number" && (
                  <Select
                    aria-label={t.imports.unitOf(name)}
                    value={choice.factor ?? 1}
                    options={(UNITS[choice.field as keyof typeof UNITS] ?? [1]).map((factor) => ({ value: factor, label: t.imports.unit(choice.field === "PriceYuan", factor) }))}
                    onChange={(factor) => set(name, { factor: factor === 1 ? null : factor })}
                  />
                )}
                {choice !== undefined && field?.type === "Listed" && (
                  <Words words={choice.words ?? {}} samples={samples} known={field.words} onChange={(words) => set(name, { words })} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the words of the file mean in the register: those that are read as usual with what they are read as, the others to be chosen. */
function Words({ words, samples, known, onChange }: { words: Record<string, string>; samples: readonly string[]; known: Field["words"]; onChange: (words: Record<string, string>) => void }) {
  const { t, say } = useTexts();
  const options = known.map((word) => ({ value: word.code, label: say(word.name) }));
  const spelled = samples.filter((sample) => !options.some(({ value, label }) => value === sample || label === sample));
  return (
    <div className="import-words">
      {spelled.slice(0, 5).map((word) => {
        const usual = known.find(({ code, name, alsoWritten }) => [code, name.zh, name.en, ...alsoWritten].some((spelling) => spelling.toLowerCase() === word.toLowerCase()));
        return (
          <label key={word} className="labelled">
            <span>{word} →</span>
            <Select
              allowClear
              status={usual === undefined && words[word] === undefined ? "warning" : ""}
              aria-label={t.imports.wordMeans(word)}
              placeholder={usual === undefined ? t.imports.notKnown : say(usual.name)}
              {...(words[word] === undefined ? {} : { value: words[word] })}
              options={options}
              onChange={(means?: string) => onChange(without(words, word, means))}
            />
          </label>
        );
      })}
    </div>
  );
}

function without(words: Record<string, string>, word: string, means: string | undefined): Record<string, string> {
  const { [word]: _, ...others } = words;
  return means === undefined ? others : { ...others, [word]: means };
}
