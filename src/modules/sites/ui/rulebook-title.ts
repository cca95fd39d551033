/* A rulebook by its title: its own text is English and frozen by its hash, so the French title stands beside it in the words. */
import type { Language } from '../../../app/words.ts'
import { statusRulebooks } from '../domain/status/rulebooks.ts'
import { rulebookTitlesFr } from '../words/rulebooks-fr.ts'

/** The id itself for a rulebook that is newer than this program. */
export function rulebookTitle(full: string, language: Language): string {
  // A rulebook with values set by the tenant carries its day behind its name.
  const [id = full, setOn] = full.split('@')
  if (setOn !== undefined) return `${rulebookTitle(id, language)} (${setOn})`
  const own = statusRulebooks.find((book) => book.id === id)?.title ?? id
  return language === 'fr' ? (rulebookTitlesFr[id] ?? own) : own
}
