/* The door for who writes files of other standards. Places of protection activities lose their territoire here, before anybody else sees them. */
import type { Tx } from '../../../platform/database/transaction.ts'
import type { NamedArea, ProjectPublication, ProjectsDoor, PublishedActivity, PublishedValue } from '../contract-publication.ts'
import { periodOf } from '../domain/periods.ts'
import { isHidden } from '../domain/project.ts'
import { type IndicatorValues, standing } from '../domain/value.ts'
import type { ProjectHouse } from './house.ts'
import { touchesPersonsOf } from './make-value.ts'
import { type KnownProject, findKnown, valuesOf } from './read-project.ts'

export const projectsDoor = (house: ProjectHouse): ProjectsDoor<Tx> => ({
  publication: async (tx, tenant, project): Promise<ProjectPublication | null> => {
    const found = await findKnown(tx, tenant, project)
    if (found === null) return null
    const values = await valuesOf(tx, tenant, [project])
    const names = await namesOf(house, tx, tenant)
    return {
      ...{ id: found.id, opened: found.opened, results: found.plan.results, budget: found.plan.budget, revisedAt: found.revisedAt },
      indicators: found.plan.indicators.map((indicator) => ({
        ...{ indicator, touchesPersons: touchesPersonsOf(house, indicator) },
        values: lockedOf(found, values.get(indicator.id) ?? new Map()),
      })),
      activities: found.plan.activities.map(({ province, territoire, implementer, ...one }): PublishedActivity => {
        const hidden = isHidden(one, found.opened)
        return {
          ...one,
          // The name of a house that takes people in is a place.
          ...(hidden || implementer === undefined ? {} : { implementer }),
          isProtection: hidden,
          province: names(province),
          territoire: hidden || territoire === null ? null : names(territoire),
        }
      }),
    }
  },
})
function lockedOf({ opened }: KnownProject, values: IndicatorValues): readonly PublishedValue[] {
  const until = [...values.values()].findLast(({ status }) => status === 'locked')?.content.asOf ?? ''
  return [...values.values()].flatMap((one): readonly PublishedValue[] => {
    const period = periodOf(one.content.period, opened)
    if (one.status !== 'locked' || period === null) return []
    return [
      {
        ...{ ...period, told: standing(one), parts: one.restated?.parts ?? one.content.parts, cumulative: one.content.cumulative },
        counted: one.restatements.findLast(({ at }) => at <= until)?.parts ?? one.content.parts,
      },
    ]
  })
}
async function namesOf({ places }: ProjectHouse, tx: Tx, tenant: string): Promise<(code: string) => NamedArea> {
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const byCode = new Map(areas.map(({ code, name }) => [code, name]))
  return (code) => ({ code, name: byCode.get(code) ?? code })
}
