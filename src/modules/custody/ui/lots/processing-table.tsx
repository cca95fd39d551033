/* A processing as its record says it: what went in, what came out, wet, dry and by contained element, with the loss. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { ProcessingShown } from '../../contract-lots.ts'

type Line = Pick<ProcessingShown['inputs'][number], 'lot' | 'number' | 'moistureHundredths' | 'dryGrams' | 'percent' | 'containedGrams'> & {
  readonly grams: number
  readonly mark?: string
}

export function ProcessingTable({ processing }: { readonly processing: ProcessingShown }) {
  const { t, language } = useWords()
  const { inputs, outputs, balance } = processing
  const percent = (hundredths: number): string => `${numberText(language, hundredths / 100, 2)} %`
  const element = balance.element ?? ''
  const wet = (
    <>
      <MassText grams={balance.lossGrams} /> ({percent(balance.lossHundredthsOfPercent)})
    </>
  )
  const dry = (
    <>
      <MassText grams={balance.dryLossGrams} /> ({percent(balance.dryLossHundredthsOfPercent)})
    </>
  )
  return (
    <div className="stack">
      <Lines caption={t('act.process.in')} element={element} lines={inputs.map((one) => ({ ...one, grams: one.drawnGrams }))} />
      <Lines
        caption={t('act.process.out')}
        element={element}
        lines={outputs.map((one) => ({ ...one, grams: one.massGrams, mark: t(`act.role.${one.role}`) }))}
      />
      <Pairs
        lines={[
          [t('act.process.loss'), wet],
          [t('act.process.loss.dry'), dry],
          ...(balance.inputContainedGrams === null
            ? []
            : [
                [
                  t('act.process.contained', { element }),
                  <>
                    <MassText grams={balance.inputContainedGrams} /> → <MassText grams={balance.outputContainedGrams} />
                  </>,
                ] as const,
              ]),
          ...(balance.inputMetalGrams === null || balance.element === 'Sn'
            ? []
            : [
                [
                  t('act.process.metal'),
                  <>
                    <MassText grams={balance.inputMetalGrams} /> → <MassText grams={balance.outputMetalGrams} />
                  </>,
                ] as const,
              ]),
        ]}
      />
      <Source>
        {t(
          processing.kind === 'split'
            ? 'act.process.source.split'
            : balance.tailingsWeighed
              ? 'act.process.source'
              : 'act.process.source.open',
        )}
      </Source>
    </div>
  )
}

function Lines({ caption, element, lines }: { readonly caption: string; readonly element: string; readonly lines: readonly Line[] }) {
  const { t, language } = useWords()
  const heads = [t('lots.number'), t('act.process.wet'), t('act.process.moisture'), t('act.process.dry'), t('act.process.grade'), element]
  const number = (value: number | null): string => (value === null ? '–' : `${numberText(language, value, 2)} %`)
  return (
    <div className="table-wrap">
      <table className="table cards" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head, at) => (
              <th key={head} role="columnheader" scope="col" className={at === 0 ? undefined : 'n'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((one) => (
            <tr key={one.lot} role="row">
              <td role="cell">
                <AppLink to={`/lots/${one.lot}`}>{one.number}</AppLink> {one.mark && <span className="small">{one.mark}</span>}
              </td>
              <td role="cell" className="n" data-label={t('act.process.wet')}>
                <MassText grams={one.grams} />
              </td>
              <td role="cell" className="n" data-label={t('act.process.moisture')}>
                {number(one.moistureHundredths === null ? null : one.moistureHundredths / 100)}
              </td>
              <td role="cell" className="n" data-label={t('act.process.dry')}>
                <MassText grams={one.dryGrams} />
              </td>
              <td role="cell" className="n" data-label={t('act.process.grade')}>
                {number(one.percent)}
              </td>
              <td role="cell" className="n" data-label={element || t('act.process.grade')}>
                {one.containedGrams === null ? '–' : <MassText grams={one.containedGrams} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
