/* Mots de l’import de listes d’acteurs. */
export const fr = {
  'refusal.actor-list-unknown':
    'La première ligne n’a pas les colonnes ActorId, NameData et Org des acteurs d’UCDP, et ce n’est pas une liste JSON. Choisissez l’un de ces deux fichiers ; rien n’a été importé.',
  'refusal.actor-list-broken': 'Ce fichier est coupé ou abîmé. Téléchargez-le à nouveau ; rien n’a été importé.',
  'actor-list.problem.not-a-row': 'il manque le nom, le nombre de mentions ou les types',
  'actor-list.problem.empty': 'la cellule est vide et ne doit pas l’être',
  'actor-list.problem.no-letters': 'ce nom n’a ni lettre ni chiffre, ou il est trop long',
  'actor-list.problem.unknown-org': 'cette sorte d’acteur n’est ni 1 (groupe), ni 3 (population), ni 4 (gouvernement)',
  'actor-list.problem.wrong-number-of-columns': 'la ligne n’a pas le nombre de colonnes de l’en-tête',
} as const
