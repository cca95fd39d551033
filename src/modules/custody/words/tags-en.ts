/* What the refusals of tags say, in English. In braces: the facts of the refusal. */
import type { tagsFr } from './tags-fr.ts'

export const tagsEn: { readonly [Key in keyof typeof tagsFr]: string } = {
  'refusal.tag-code-empty': 'No code was read. Point at the code of the tag again, or type its number.',
  'refusal.tag-code-of-something-else':
    'This code is not that of a tag ({read}). Point at the code printed on the tag of the bag, or type its number.',
  'refusal.tag-check-digit-wrong': 'Number misread: {tag} should end in {expected}, not in {read}. Read every digit on the tag again.',
  'refusal.tag-key-digit-wrong':
    'GS1 code misread: the key {key} should end in {expected}, not in {read}. Read it again, or type the number of the tag.',
}
