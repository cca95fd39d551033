/* The lines of an annex: proposed beside decided, and the reason where they part. */
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { SiteSearch } from '../missions/site-search.tsx'
import { type AnnexDraft, deviates } from './annex.ts'

const colours = ['green', 'yellow', 'red'] as const

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
          picked={lines.map((line) => ({ site: line.site, name: line.name, nationalId: '' }))}
          onPick={(sites) =>
            onLines(
              sites.map(
                ({ site, name }) =>
                  lines.find((line) => line.site === site) ?? {
                    site,
                    name,
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
              options={colours.map((value) => ({ value, label: t(`status.${value}`) }))}
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
  if (offered.length === 0) return <EmptyState title={t('order.no-visits')}>{t('order.no-visits.do')}</EmptyState>
  const isIn = (site: string) => lines.some((line) => line.site === site)
  return (
    <div className="choices">
      <div>
        <Button onClick={() => onLines(offered.map((line) => lines.find((one) => one.site === line.site) ?? line))}>
          {t('order.take-all', { n: offered.length })}
        </Button>
      </div>
      {offered.map((line) => (
        <CheckChoice
          key={line.site}
          label={line.name}
          hint={t('order.visited', {
            on: line.visitedOn === null ? '–' : dateText(line.visitedOn),
            colour: line.proposed ? t(`status.${line.proposed}`).toLowerCase() : '–',
          })}
          checked={isIn(line.site)}
          onChecked={(on) => onLines(on ? [...lines, line] : lines.filter((one) => one.site !== line.site))}
        />
      ))}
    </div>
  )
}
