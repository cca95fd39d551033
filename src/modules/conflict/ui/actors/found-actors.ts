/* Which actors of the list a search finds: by any of their spellings, without accents and signs. */
import type { ActorLine } from '../../contract-actors.ts'
import { foldedSpelling } from '../../domain/actors/spelling.ts'

export function foundActors(
  actors: readonly ActorLine[],
  { text, kind }: { readonly text: string; readonly kind: string },
): readonly ActorLine[] {
  const wanted = foldedSpelling(text)
  return actors.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      (wanted === '' || [one.name, ...one.aliases].some((name) => foldedSpelling(name).includes(wanted))),
  )
}
