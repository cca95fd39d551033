/*
Every French word that the app may show, from its four shelves (words/first-fr.ts, field-fr.ts, home-fr.ts, office-fr.ts; a module joins with one line in one of
them and in its English). French is the reference: its keys are the keys. For types and tests: the app itself takes the shelves one by one (words.ts).
*/
import { fieldFr } from './words/field-fr.ts'
import { firstFr } from './words/first-fr.ts'
import { homeFr } from './words/home-fr.ts'
import { officeFr } from './words/office-fr.ts'

export const dictionaryFr = { ...officeFr, ...homeFr, ...fieldFr, ...firstFr } as const

export type WordKey = keyof typeof dictionaryFr
export type Dictionary = { readonly [Key in WordKey]: string }
