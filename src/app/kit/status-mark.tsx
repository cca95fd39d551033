/*
A site's status wherever it is shown: colour, shape, word, clock. A lapsed one is a dashed outline; one that only a third
party wrote down is a dotted box that says so, because it opens no right.
*/
import { daysBetween } from '../../kernel/calendar.ts'
import type { Colour, Standing } from '../../modules/sites/contract.ts'
import { useWords } from '../words.ts'
import { clockText, todayHere } from './clock.ts'

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
  const inClock = clockText(t, daysLeft, lapsed)
  const clock =
    colour === 'none' || inClock === null
      ? null
      : isLapsedGreen({ colour, basis, lapsed })
        ? t('status.green-then', { clock: inClock })
        : inClock
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

/** By the law in force a green whose clock ran out is blue: the order still stands behind it, and the mark says both. */
export const isLapsedGreen = ({
  colour,
  basis,
  lapsed,
}: {
  readonly colour: StatusColour
  readonly basis: string
  readonly lapsed: boolean
}): boolean => colour === 'blue' && lapsed && basis === 'order'

/** What the server says of a status in a list, or of one site. */
export interface StandingShown {
  readonly colour: StatusColour
  readonly basis: Standing['basis']
  readonly lapsed: boolean
  readonly daysLeft: number | null
  readonly since?: string | null
  readonly validUntil: string | null
  readonly orderNumber: string | null
  readonly held?: boolean
  readonly hold?: object | null
}
/** The mark of a standing; once the clock ran out it counts the days since, up to `asOf`. */
export function StandingMark({ standing, asOf }: { readonly standing: StandingShown; readonly asOf?: string | undefined }) {
  const { colour, basis, lapsed, validUntil, orderNumber } = standing
  // A lapsed green is blue until `validUntil`; it lapsed on the day on which it became blue.
  const over = isLapsedGreen(standing) ? (standing.since ?? null) : validUntil
  const since = lapsed && over !== null ? daysBetween(over, asOf ?? todayHere()) : null
  const held = standing.held ?? (standing.hold !== undefined && standing.hold !== null)
  return (
    <StatusMark
      colour={colour}
      basis={basis}
      lapsed={lapsed}
      daysLeft={since ?? (lapsed ? null : standing.daysLeft)}
      order={orderNumber}
      held={held}
    />
  )
}
