/* The command of one bag of a series. */
import { asId } from '../../../../kernel/schema.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import type { Mineral } from '../../../sites/contract.ts'
import type { BagData } from '../../domain/weighing/provisional-bag.ts'
import type { Setup } from './series-setup.tsx'

const minerals: readonly Mineral[] = ['Sn', 'Ta', 'W', 'Au', 'other']

/** Null while something that it must hold is missing. */
export function bagDataOf(setup: Setup, tag: string | null, massGrams: number | null): BagData | null {
  const mineral = minerals.find((one) => one === setup.mineral)
  if (massGrams === null || mineral === undefined || setup.site === '' || setup.holder === '' || setup.producedOn === '') return null
  return {
    site: asId('site', setup.site),
    tag,
    mineral,
    massGrams,
    producedOn: setup.producedOn,
    weighedOn: todayHere(),
    holder: asId('organisation', setup.holder),
  }
}
