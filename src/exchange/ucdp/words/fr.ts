/* Mots de l’import des événements de violence. */
export const fr = {
  'refusal.events-not-a-table': 'Ce fichier est vide. Choisissez le fichier CSV ou GeoJSON tel que téléchargé.',
  'refusal.events-unknown-columns':
    'La première ligne n’a ni les colonnes d’UCDP (id, side_a, best) ni celles d’ACLED (event_id_cnty, event_date, actor1). Choisissez le fichier d’événements lui-même ; rien n’a été importé.',
  'refusal.events-broken-quotes':
    'Un guillemet ouvert vers la ligne {row} n’est jamais fermé : le fichier est coupé ou abîmé. Téléchargez-le à nouveau ; rien n’a été importé.',
  'refusal.events-not-geojson': 'Ce fichier commence comme du GeoJSON et n’en est pas. Téléchargez-le à nouveau ; rien n’a été importé.',
  'refusal.events-unknown-country': '{country} n’est pas le code d’un pays en deux lettres, comme CD ou MN.',
  'refusal.events-none': 'Aucun événement de ce pays n’a pu être lu ; {rejected} lignes sont abîmées. Vérifiez le pays et le fichier.',
  'ucdp.problem.empty': 'la cellule est vide et ne doit pas l’être',
  'ucdp.problem.not-a-date': 'la date n’existe pas',
  'ucdp.problem.ends-before': 'la fin est avant le début',
  'ucdp.problem.not-a-count': 'ce n’est pas un nombre entier',
  'ucdp.problem.not-between': 'le nombre retenu n’est pas entre le plus bas et le plus haut',
  'ucdp.problem.not-a-position': 'la position n’est pas sur la terre',
  'ucdp.problem.unknown-violence': 'ce type de violence n’est pas 1, 2 ou 3',
  'ucdp.problem.unknown-precision': 'cette précision du lieu n’est pas de 1 à 7',
  'ucdp.problem.wrong-number-of-columns': 'la ligne n’a pas le nombre de colonnes de l’en-tête',
  'ucdp.problem.twice-in-the-file': 'le même numéro est déjà plus haut dans le fichier',
} as const
