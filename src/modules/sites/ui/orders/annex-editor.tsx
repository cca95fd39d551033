/* The lines of an annex: proposed beside decided, and the reason where they part. */
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { SiteSearch } from '../missions/site-search.tsx'
import { type AnnexDraft, deviates, orderColours, sortLines } from './annex.ts'

export interface AnnexEditorProps {
  readonly kind: string
  /** Sites with an accepted visit. */
  readonly offered: readonly AnnexDraft[]
  readonly lines: readonly AnnexDraft[]
  readonly onLines: (lines: readonly AnnexDraft[]) => void
}
export function AnnexEditor({ kind, offered, lines, onLines }: AnnexEditorProps) {
  const { t } = useWords()
  const change = (site: string, part: Partial<AnnexDraft>) =>
    onLines(lines.map((line) => (line.site === site ? { ...line, ...part } : line)))
  return (
    <div className="stack">
      {kind === 'validation' ? (
        <Offered offered={offered} lines={lines} onLines={onLines} />
      ) : (
        <SiteSearch
          label={t('missions.search')}
          picked={lines.map((line) => ({ site: line.site, name: line.name, nationalId: line.nationalId }))}
          onPick={(sites) =>
            onLines(
              sites.map(
                ({ site, name, nationalId }) =>
                  lines.find((line) => line.site === site) ?? {
                    site,
                    name,
                    nationalId,
                    orderNumber: null,
                    proposed: null,
                    visitedOn: null,
                    colour: 'red',
                    deviationReason: '',
                  },
              ),
            )
          }
        />
      )}
      {lines.map((line) => (
        <fieldset key={line.site} className="field stack">
          <legend>{line.name}</legend>
          <div className="row">
            {line.proposed && (
              <span className="row tight">
                <span className="small">{t('order.proposed')}</span> <StatusMark colour={line.proposed} />
              </span>
            )}
            <SelectField
              label={t('order.decided')}
              value={line.colour}
              options={orderColours.map((value) => ({ value, label: t(`status.${value}`) }))}
              onValue={(colour) => change(line.site, { colour })}
            />
          </div>
          {deviates(line) && (
            <TextField
              label={t('order.deviation')}
              hint={t('order.deviation.hint')}
              value={line.deviationReason}
              onValue={(deviationReason) => change(line.site, { deviationReason })}
              maxLength={2000}
              required
            />
          )}
        </fieldset>
      ))}
    </div>
  )
}

function Offered({ offered, lines, onLines }: Omit<AnnexEditorProps, 'kind'>) {
  const { t } = useWords()
  const { waiting, ordered } = sortLines(offered)
  if (offered.length === 0) return <EmptyState title={t('order.no-visits')}>{t('order.no-visits.do')}</EmptyState>
  const takeAll = () => onLines([...lines, ...waiting.filter((line) => !lines.some((one) => one.site === line.site))])
  return (
    <div className="stack">
      {waiting.length === 0 ? (
        <p className="small">{t('order.none-waiting')}</p>
      ) : (
        <div className="choices">
          <div>
            <Button onClick={takeAll}>{t('order.take-all', { n: waiting.length })}</Button>
          </div>
          <Choices offered={waiting} lines={lines} onLines={onLines} />
        </div>
      )}
      {ordered.length > 0 && (
        <details>
          <summary>{t('order.ordered', { n: ordered.length })}</summary>
          <div className="choices">
            <Choices offered={ordered} lines={lines} onLines={onLines} />
          </div>
        </details>
      )}
    </div>
  )
}

function Choices({ offered, lines, onLines }: Omit<AnnexEditorProps, 'kind'>) {
  const { t } = useWords()
  const hintOf = ({ visitedOn, proposed, orderNumber }: AnnexDraft): string => {
    const visited = t('order.visited', {
      on: visitedOn === null ? '–' : dateText(visitedOn),
      colour: proposed ? t(`status.${proposed}`).toLowerCase() : '–',
    })
    return orderNumber === null ? visited : `${t('order.already-in', { number: orderNumber })} · ${visited}`
  }
  return offered.map((line) => (
    <CheckChoice
      key={line.site}
      label={line.name}
      hint={`${line.nationalId} · ${hintOf(line)}`}
      checked={lines.some((one) => one.site === line.site)}
      onChecked={(on) => onLines(on ? [...lines, line] : lines.filter((one) => one.site !== line.site))}
    />
  ))
}
