/* The grid as a picture: how much an actor weighs upwards, how much it has at stake to the right; its stance is a shape, never a colour alone. */
import { useWords } from '../../../../app/words.ts'
import { type Stance, Stance as Stances } from '../../contract-actors.ts'
import './actors.css'
import { CELL, type Marked } from './grid-marks.ts'

const [LEFT, BOTTOM] = [34, 40]
const SIDE = CELL * 5
const steps = [1, 2, 3, 4, 5] as const

export function ActorGrid({ marks }: { readonly marks: readonly Marked[] }) {
  const { t } = useWords()
  const hidden = marks.filter((one) => one.at === null).length
  return (
    <div className="stack">
      <svg className="actor-grid" viewBox={`0 0 ${LEFT + SIDE + 2} ${SIDE + BOTTOM}`} role="img" aria-label={t('actors.grid.label')}>
        {steps.map((step) => (
          <g key={step}>
            <text x={LEFT - 12} y={(5 - step) * CELL + CELL / 2 + 4} textAnchor="middle">
              {step}
            </text>
            <text x={LEFT + (step - 1) * CELL + CELL / 2} y={SIDE + 16} textAnchor="middle">
              {step}
            </text>
            {steps.map((other) => (
              <rect
                key={other}
                x={LEFT + (other - 1) * CELL}
                y={(5 - step) * CELL + 1}
                width={CELL}
                height={CELL}
                className="actor-field"
              />
            ))}
          </g>
        ))}
        <text x={LEFT + SIDE / 2} y={SIDE + 34} textAnchor="middle">
          {t('actors.interest')} →
        </text>
        <text transform={`translate(10 ${SIDE / 2}) rotate(-90)`} textAnchor="middle">
          {t('actors.influence')} →
        </text>
        {marks.map(({ n, at, line }) =>
          at === null ? null : (
            <g key={line.actor} transform={`translate(${LEFT + at.x} ${at.y + 1})`}>
              <title>{`${n} · ${line.name} · ${t(`actors.stance.${line.stance}`)}`}</title>
              <Shape stance={line.stance} />
              <text y={line.stance === 'spoiler' ? 7 : 4} textAnchor="middle">
                {n}
              </text>
            </g>
          ),
        )}
      </svg>
      <ul className="actor-legend">
        {Stances.options.map((stance) => (
          <li key={stance}>
            <svg viewBox="-14 -14 28 28" width="22" height="22" aria-hidden="true">
              <Shape stance={stance} />
            </svg>
            {t(`actors.stance.${stance}`)}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="small">{t('actors.grid.hidden', { n: hidden })}</p>}
    </div>
  )
}

function Shape({ stance }: { readonly stance: Stance }) {
  if (stance === 'peace') return <circle r="12" className="actor-peace" />
  if (stance === 'mixed') return <path d="M0 -13 L13 0 L0 13 L-13 0 Z" className="actor-mixed" />
  return <path d="M0 -13 L13 12 L-13 12 Z" className="actor-spoiler" />
}
