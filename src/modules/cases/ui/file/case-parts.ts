/*
Parts of a case's page, in their order. Each stands in a folder of its own and is fetched when it is opened, so that a person who comes for one
thing on a slow line does not wait for all. `show` says whether it is any business of who looks.
*/
import type { ComponentType } from 'react'
import type { WordKey } from '../../../../app/words.ts'
import type { CaseWork } from './use-case.ts'

export interface PartProps {
  readonly work: CaseWork
}
export interface CasePart {
  readonly key: string
  readonly titleKey: WordKey
  readonly show: (work: CaseWork) => boolean
  readonly load: () => Promise<{ readonly Part: ComponentType<PartProps> }>
}
const always = () => true

export const caseParts: readonly CasePart[] = [
  { key: 'overview', titleKey: 'case.part.overview', show: always, load: () => import('./overview-part.tsx') },
]
