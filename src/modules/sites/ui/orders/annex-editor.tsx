/* The lines of an annex: proposed beside decided, the reason where they part, rows whose site nobody knows, stocks of a derogation. */
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { DissentsOfSite } from '../inspections/dissents.tsx'
import { SiteSearch } from '../missions/site-search.tsx'
import { type AnnexDraft, deviates, emptyLine, lineId, orderColours, sortLines } from './annex.ts'
import { CsvPanel } from './csv-panel.tsx'
import type { KindOfOrder } from './draft-form.ts'
import { StockFields, UnknownSite } from './line-parts.tsx'

export interface AnnexEditorProps {
  readonly kind: KindOfOrder
  /** Sites with an accepted visit. */
  readonly offered: readonly AnnexDraft[]
  readonly lines: readonly AnnexDraft[]
  readonly onLines: (lines: readonly AnnexDraft[]) => void
}
export function AnnexEditor({ kind, offered, lines, onLines }: AnnexEditorProps) {
  return (
    <div className="stack">
      {kind === 'validation' ? <Offered offered={offered} lines={lines} onLines={onLines} /> : <Searched lines={lines} onLines={onLines} />}
      <CsvPanel kind={kind} onLines={(more) => onLines([...lines, ...more])} />
      {lines.map((line, at) => (
        <Line
          // Rows may name a site twice until the check has said so; only the place tells them apart.
          key={`${at} ${lineId(line)}`}
          row={at + 1}
          kind={kind}
          line={line}
          change={(part) => onLines(lines.map((one, other) => (other === at ? { ...one, ...part } : one)))}
          remove={() => onLines(lines.filter((_one, other) => other !== at))}
        />
      ))}
    </div>
  )
}

/** Kinds that rest on no visit name their sites by search. */
function Searched({ lines, onLines }: Pick<AnnexEditorProps, 'lines' | 'onLines'>) {
  const { t } = useWords()
  const known = lines.flatMap(({ site, name, nationalId }) => (site === null ? [] : [{ site, name, nationalId }]))
  return (
    <SiteSearch
      label={t('missions.search')}
      picked={known}
      onPick={(sites) => {
        const kept = lines.filter((line) => line.site === null || sites.some((one) => one.site === line.site))
        const added = sites.filter(({ site }) => !lines.some((line) => line.site === site))
        onLines([...kept, ...added.map(({ site, name, nationalId }) => ({ ...emptyLine, site, name, nationalId, key: nationalId }))])
      }}
    />
  )
}

interface LineProps {
  readonly row: number
  readonly kind: KindOfOrder
  readonly line: AnnexDraft
  readonly change: (part: Partial<AnnexDraft>) => void
  readonly remove: () => void
}
function Line({ row, kind, line, change, remove }: LineProps) {
  const { t } = useWords()
  return (
    <fieldset className="field stack">
      <legend>
        {t('annex.row', { n: row })} · {line.name || line.key}
      </legend>
      {line.site === null && <UnknownSite line={line} change={change} />}
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
          onValue={(colour) => change({ colour })}
        />
        <Button kind="quiet" onClick={remove}>
          {t('annex.remove')}
        </Button>
      </div>
      {kind === 'validation' && line.site !== null && <DissentsOfSite site={line.site} />}
      {deviates(line) && (
        <TextField
          label={t('order.deviation')}
          hint={t('order.deviation.hint')}
          value={line.deviationReason}
          onValue={(deviationReason) => change({ deviationReason })}
          maxLength={2000}
          required
        />
      )}
      {kind === 'derogation' && <StockFields line={line} change={change} />}
    </fieldset>
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
      key={lineId(line)}
      label={line.name}
      hint={`${line.nationalId} · ${hintOf(line)}`}
      checked={lines.some((one) => one.site === line.site)}
      onChecked={(on) => onLines(on ? [...lines, line] : lines.filter((one) => one.site !== line.site))}
    />
  ))
}
