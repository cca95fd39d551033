/*
What the marks mean, with how many sites bear each. Every mark can be hidden and shown: that is the filter of the layer, and it stands
in the address. On paper the same list without the switches.
*/
import { Button } from '../../../../app/kit/button.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { type LayerChoice, type Mark, marksOf } from './layers.ts'
import { MarkPicture } from './mark-picture.tsx'

export interface LegendProps {
  readonly choice: LayerChoice
  readonly counts: ReadonlyMap<string, number>
  readonly hidden: ReadonlySet<string>
  /** Absent on paper. */
  readonly onHidden?: (hidden: ReadonlySet<string>) => void
}
export function Legend({ choice, counts, hidden, onHidden }: LegendProps) {
  const { t } = useWords()
  const marks = marksOf[choice.layer].filter(({ key }) => (counts.get(key) ?? 0) > 0 || hidden.has(key))
  const toggle = (key: string) => onHidden?.(new Set(hidden.has(key) ? [...hidden].filter((one) => one !== key) : [...hidden, key]))
  return (
    <div className="legend" role="group" aria-label={t('map.legend.title')}>
      {marks.map((mark) =>
        onHidden ? (
          <button
            key={mark.key}
            type="button"
            className="legend-mark"
            aria-pressed={!hidden.has(mark.key)}
            title={t('map.legend.toggle')}
            onClick={() => toggle(mark.key)}
          >
            <Named mark={mark} count={counts.get(mark.key) ?? 0} />
          </button>
        ) : (
          !hidden.has(mark.key) && (
            <span key={mark.key} className="legend-mark">
              <Named mark={mark} count={counts.get(mark.key) ?? 0} />
            </span>
          )
        ),
      )}
      {onHidden && hidden.size > 0 && (
        <Button kind="quiet" onClick={() => onHidden(new Set())}>
          {t('map.legend.all')}
        </Button>
      )}
      {choice.layer === 'visits' && <Cells years={choice.years} />}
      <Source>{t(`map.layer.${choice.layer}.rule`)}</Source>
    </div>
  )
}

function Named({ mark, count }: { readonly mark: Mark; readonly count: number }) {
  const { t } = useWords()
  return (
    <>
      <MarkPicture mark={mark} />
      {t(mark.word)} <b>{count}</b>
    </>
  )
}

function Cells({ years }: { readonly years: number }) {
  const { t } = useWords()
  return (
    <>
      <span className="legend-mark">
        <i className="cell old" aria-hidden="true" /> {t('map.grid.old', { n: years })}
      </span>
      <span className="legend-mark">
        <i className="cell nobody" aria-hidden="true" /> {t('map.grid.empty')}
      </span>
    </>
  )
}
