/* What the server refuses about actors. */
import type { actorsFr } from './actors-fr.ts'

export const actorsEn: Record<keyof typeof actorsFr, string> = {
  'refusal.unknown-actor': 'This actor is not in the register, or was merged with another. Look for it in the list.',
  'refusal.actor-registered-already': 'This actor is in the register already. Reload the page.',
  'refusal.actor-named-or-secret': 'Give either a public name or a sealed one, not both.',
  'refusal.actor-merged': 'This record was merged with another. Write in the other.',
  'refusal.actor-and-itself': 'An actor cannot be related to itself. Choose another actor.',
  'refusal.spelling-taken': 'This spelling leads to an actor already. Merge the two records if they are one.',
  'refusal.spelling-without-letters': 'This spelling has neither letter nor digit. Write the name.',
  'refusal.spelling-is-the-name': 'This is the name of the actor itself: it cannot be taken away.',
  'refusal.no-such-spelling': 'This spelling does not lead to this actor. Reload the page.',
  'refusal.spelling-does-not-wait': 'This spelling waits no more: somebody decided already. Reload the page.',
  'refusal.secret-actor-has-no-spelling': 'An actor with a sealed name has no spelling: it would tell who it is.',
  'refusal.secret-actor-is-not-merged':
    'An actor with a sealed name is merged with no other record: the public names of the other would tell who it is. Keep both records.',
  'refusal.grid-day-in-the-future': 'This day has not come yet. Give the day of the judgement.',
}
