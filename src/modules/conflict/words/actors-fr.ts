/* Ce que le serveur refuse au sujet des acteurs. */
export const actorsFr = {
  'refusal.unknown-actor': 'Cet acteur n’est pas au registre, ou il a été réuni avec un autre. Cherchez-le dans la liste.',
  'refusal.actor-registered-already': 'Cet acteur est déjà au registre. Rechargez la page.',
  'refusal.actor-named-or-secret': 'Donnez soit un nom public, soit un nom scellé, pas les deux.',
  'refusal.actor-merged': 'Cette fiche a été réunie avec une autre. Écrivez dans l’autre.',
  'refusal.actor-and-itself': 'Un acteur ne peut pas être lié à lui-même. Choisissez un autre acteur.',
  'refusal.spelling-taken': 'Cette graphie mène déjà à un acteur. Réunissez les deux fiches si c’est le même.',
  'refusal.spelling-without-letters': 'Cette graphie n’a ni lettre ni chiffre. Écrivez le nom.',
  'refusal.spelling-is-the-name': 'C’est le nom de l’acteur lui-même : il ne se retire pas.',
  'refusal.no-such-spelling': 'Cette graphie ne mène pas à cet acteur. Rechargez la page.',
  'refusal.spelling-does-not-wait': 'Cette graphie n’attend plus : quelqu’un a déjà décidé. Rechargez la page.',
  'refusal.secret-actor-has-no-spelling': 'Un acteur au nom scellé n’a pas de graphie : elle dirait qui il est.',
  'refusal.secret-actor-is-not-merged':
    'Un acteur au nom scellé ne se réunit avec aucune autre fiche : les noms publics de l’autre diraient qui il est. Gardez les deux fiches.',
  'refusal.grid-day-in-the-future': 'Ce jour n’est pas encore venu. Donnez le jour du jugement.',
} as const
