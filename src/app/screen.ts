/*
What a module gives the app: a path, who may open it, its place in the navigation, and how to fetch it. A screen is fetched
when it is opened, so a module costs the first load one line.
*/
import type { ComponentType } from 'react'
import type { WordKey, WordShelf } from './words.ts'

/** `params` are the `$name` parts of the path. */
export interface ScreenProps {
  readonly params: { readonly [name: string]: string }
}

export type Needed = string | readonly string[]

export interface Screen {
  /** `/sites/$site` */
  readonly path: `/${string}`
  readonly titleKey: WordKey
  /** Place in the navigation; absent for screens that are reached from others. `on`: only there. */
  readonly nav?: { readonly key: WordKey; readonly order: number; readonly on?: 'telephone' | 'desk' }
  /** A capability, several of which one is enough, or `signed-in`, or `anyone` (opens without an account). */
  readonly capability: Needed
  /** What a screen of the field needs of the words; without it all of them are fetched. A gate holds it to be enough. */
  readonly words?: Exclude<WordShelf, 'office'>
  readonly load: () => Promise<ComponentType<ScreenProps>>
}
