/* Visits that may be opened or filled in, out of the missions that the telephone carries: from the answers it keeps, so without network too. */
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../app/api.ts'
import type { Phone } from '../../../app/field/phone.ts'
import { type CarriedMission, type NewVisit, newVisitsOf } from '../domain/new-visits.ts'

export interface NewVisits {
  readonly visits: readonly NewVisit[]
  /** References of missions that have not left. */
  readonly notStarted: readonly string[]
  /** Missions to carry that are not on the telephone yet. */
  readonly notKept: number
  readonly missions: number
}

export const useNewVisits = (phone: Phone) =>
  useQuery({
    queryKey: ['new visits', phone.holder.device],
    queryFn: async ({ signal }): Promise<NewVisits> => {
      const { missions } = await phone.carried()
      const pages = await Promise.all(
        missions.map((mission) =>
          ask<CarriedMission>(`/api/missions/${mission}`, signal).then(
            ({ data }) => data,
            () => null,
          ),
        ),
      )
      const kept = pages.filter((page) => page !== null)
      return {
        visits: kept.flatMap(newVisitsOf),
        notStarted: kept.filter((page) => page.phase === 'planned').map((page) => page.reference),
        notKept: pages.length - kept.length,
        missions: missions.length,
      }
    },
  })
