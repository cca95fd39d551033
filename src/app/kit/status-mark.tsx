/*
A site's status wherever it is shown: colour, shape, word, clock. A lapsed one is a dashed outline; one that only a third
party wrote down is a dotted box that says so, because it opens no right.
*/
import type { Colour, Standing } from '../../modules/sites/contract.ts'
import { useWords } from '../words.ts'
import { clockText } from './clock.ts'

export type StatusColour = Colour | 'none'
export interface StatusMarkProps {
  readonly colour: StatusColour
  readonly basis?: Standing['basis'] | undefined
  readonly lapsed?: boolean | undefined
  readonly daysLeft?: number | null | undefined
  /** Number of the order, shown as a tip and to screen readers. */
  readonly order?: string | null | undefined
  readonly held?: boolean | undefined
}

/** The shapes in a box of 12 by 12: ● green, ▲ yellow, ■ red, ◆ blue, ○ none. */
export const statusShapes: { readonly [Key in StatusColour]: React.ReactNode } = {
  green: <circle cx="6" cy="6" r="6" />,
  yellow: <path d="M6 0l6 11H0z" />,
  red: <rect width="12" height="12" />,
  blue: <path d="M6 0l6 6-6 6-6-6z" />,
  none: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="2" />,
}

export function StatusMark({ colour, basis = 'order', lapsed = false, daysLeft = null, order = null, held = false }: StatusMarkProps) {
  const { t } = useWords()
  const clock = colour === 'none' ? null : clockText(t, daysLeft, lapsed)
  const reported = basis === 'reported' && colour !== 'none'
  const kind = `status s-${colour}${lapsed ? ' lapsed' : ''}${reported ? ' reported' : ''}`
  return (
    <span className={kind} title={reported ? t('status.reported.explain') : (order ?? undefined)}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {statusShapes[colour]}
      </svg>
      {t(`status.${colour}`)}
      {reported && <span className="clock">{t('status.reported')}</span>}
      {clock !== null && <span className="clock">{clock}</span>}
      {held && <span className="clock">{t('status.hold')}</span>}
    </span>
  )
}

/** What the server says of a status in a list, or of one site. */
export interface StandingShown {
  /** The colour that people read: a green that ran out stays a green that ran out, whatever the rule makes of it since. */
  readonly shown: StatusColour
  readonly lapse: { readonly colour: StatusColour; readonly days: number } | null
  readonly basis: Standing['basis']
  readonly daysLeft: number | null
  readonly orderNumber: string | null
  readonly held?: boolean
  readonly hold?: object | null
}
/** The mark of a standing; once its clock ran out it counts the days since. */
export function StandingMark({ standing }: { readonly standing: StandingShown }) {
  const { shown, basis, lapse, daysLeft, orderNumber } = standing
  const over = lapse !== null && lapse.colour === shown
  const held = standing.held ?? (standing.hold !== undefined && standing.hold !== null)
  return <StatusMark colour={shown} basis={basis} lapsed={over} daysLeft={over ? lapse.days : daysLeft} order={orderNumber} held={held} />
}
