/* From the server's answer about one site to the history that the picture and its table draw. Voided facts are left out. */
import { dateText } from '../../../../kernel/phrase.ts'
import type { Translate } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { isOver } from '../../domain/status/lapse.ts'
import { type History, type HistoryMark, type HoldBand, type StatusBand, wordBand } from '../timeline/history.ts'

type Visit = SitePage['visits'][number]

/** What of a site's page is drawn in time. */
export type InTime = Pick<SitePage, 'periods' | 'visits' | 'reports' | 'traceability' | 'orders' | 'holds' | 'inspections'>

export function historyOf(t: Translate, site: InTime): History {
  const visits = site.visits.filter(stands).map((visit) => visitMark(t, visit))
  const inspections = site.inspections.map(({ on, onSite, phase }): HistoryMark => ({
    on,
    label: t(onSite ? 'timeline.inspection' : 'timeline.desk'),
    kind: onSite ? 'visit' : 'desk',
    alarming: false,
    source: phase,
  }))
  return {
    bands: site.periods.map((period, at) => bandOf(t, period, site.periods[at + 1])),
    holds: site.holds.map((hold) => holdBand(t, hold)),
    lanes: {
      visits: [...visits, ...inspections],
      findings: [
        ...site.visits.filter(stands).flatMap((visit) => alarmOf(t, visit)),
        ...site.inspections.flatMap((one) => findingOf(t, one)),
      ],
      orders: orderMarks(t, site),
      facts: reportMarks(t, site),
    },
  }
}

type Period = SitePage['periods'][number]
/** A band reads as people read the colour: a green that ran out stays green, thin, and says what the rule makes of it. */
function bandOf(t: Translate, period: Period, next: Period | undefined): StatusBand {
  const { from, to, shown, lapse, basis, held, orderNumber } = period
  const lapsed = isOver(period)
  const lapses = !lapsed && to !== null && next?.lapse?.on === to && next.lapse.colour === shown
  return wordBand(t, {
    from,
    to,
    colour: shown,
    basis,
    lapsed,
    held,
    orderNumber,
    lapsesOn: lapses ? to : null,
    treatedAs: lapsed && period.colour !== shown ? period.colour : null,
    after: !lapsed && lapse !== null ? lapse.colour : null,
  })
}

const stands = (fact: { readonly voidedAt: string | null }): boolean => fact.voidedAt === null

function visitMark(t: Translate, { on, onSite, observed, source }: Visit): HistoryMark {
  const workers = observed.workers === undefined ? t('timeline.visit') : t('timeline.visit.workers', { workers: observed.workers })
  return { on, label: onSite ? workers : t('timeline.desk'), kind: onSite ? 'visit' : 'desk', alarming: false, source: source.name }
}

function alarmOf(t: Translate, { on, armedInterference, greenThen, source }: Visit): readonly HistoryMark[] {
  if (armedInterference !== true) return []
  return [
    {
      on,
      label: t(greenThen ? 'timeline.interference.green' : 'timeline.interference'),
      kind: 'alarm',
      alarming: true,
      source: source.name,
    },
  ]
}

function reportMarks(t: Translate, site: InTime): readonly HistoryMark[] {
  const reports = site.reports.filter(stands).map(({ on, reported, source }): HistoryMark => {
    const colour = t(reported === 'unclassified' ? 'status.none' : `status.${reported}`).toLowerCase()
    return { on, label: t('timeline.reported', { colour }), kind: 'fact', alarming: false, source: source.name }
  })
  const schemes = site.traceability.filter(stands).map(({ on, scheme, source }): HistoryMark => ({
    on,
    label: t('timeline.scheme', { scheme: schemeText(t, scheme) }),
    kind: 'fact',
    alarming: false,
    source: source.name,
  }))
  return [...reports, ...schemes]
}

/** What a joint form says: the criteria that are violated alarm; a form that is not finished says so. */
function findingOf(t: Translate, { on, onSite, result, violated = [] }: SitePage['inspections'][number]): readonly HistoryMark[] {
  if (!onSite) return []
  const said = violated.length > 0 ? t('timeline.finding.violated', { criteria: violated.join(', ') }) : null
  const label = said ?? t(result === null ? 'timeline.finding.open' : 'timeline.finding.none')
  return [{ on, label, kind: said === null ? 'fact' : 'alarm', alarming: said !== null, source: t('timeline.inspection') }]
}

const orderMarks = (t: Translate, site: InTime): readonly HistoryMark[] =>
  site.orders.map(({ signedOn, number, annulledOn }) => ({
    on: signedOn,
    label: t(annulledOn === null ? 'timeline.order' : 'timeline.order.annulled', { number }),
    kind: 'order',
    alarming: false,
    source: number,
  }))

function holdBand(t: Translate, { from, liftedOn, reason, by }: SitePage['holds'][number]): HoldBand {
  const said = liftedOn === null ? t('timeline.not-lifted', { by }) : t('timeline.lifted', { by, date: dateText(liftedOn) })
  const label = t('timeline.hold', { reason })
  return { from, to: liftedOn, label: `${label} (${said})`, short: label, by: said }
}

export const schemeText = (t: Translate, scheme: string): string =>
  scheme === 'NONE' ? t('app.none') : scheme === 'not-stated' ? t('app.not-asked') : scheme.replaceAll('_', ' ')
