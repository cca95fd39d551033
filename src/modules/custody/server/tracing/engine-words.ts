/* What the server and its trace worker say to each other. */
import type { EngineState, Found, Question } from './engine.ts'

export type Request =
  | { readonly kind: 'ask'; readonly id: number; readonly tenant: string; readonly question: Question; readonly atLeast: number }
  | { readonly kind: 'stop' }
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly found: Found | null; readonly position: number }
  | { readonly kind: 'state'; readonly tenant: string; readonly state: EngineState }
  | { readonly kind: 'trouble'; readonly tenant: string; readonly message: string }
