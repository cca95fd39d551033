/* Ce qui ne va pas dans un import de listes de la chaîne : le fichier entier. Les raisons des lignes sont dans report-fr. */
export const fr = {
  'refusal.no-such-import': 'Cet import n’existe pas. Ouvrez la liste des imports et choisissez-en un.',
  'refusal.import-not-now':
    'Ce n’est pas le moment : l’import est dans l’état « {state} ». Attendez la fin du travail en cours, ou faites d’abord l’essai.',
  'refusal.import-needs-a-watcher':
    'Vous pouvez essayer une liste, pas l’inscrire ni l’annuler. Demandez à un service qui surveille la chaîne (Ministère) de le faire.',
  'refusal.import-of-tags-stays':
    'Un lot d’étiquettes ne se retire pas. Déclarez les étiquettes perdues, abîmées ou annulées depuis la page du lot.',
  'refusal.chain-list-empty': 'Le fichier est vide. Vérifiez l’export, puis renvoyez-le.',
  'refusal.chain-list-one-column':
    'Une seule colonne a été trouvée (« {found} »). Séparez les colonnes par des points-virgules, puis renvoyez.',
  'refusal.chain-list-not-text': 'Ce fichier n’est pas un tableau lisible. Exportez-le en CSV ou en XLSX, puis renvoyez-le.',
  'refusal.chain-list-heading-twice': 'Deux colonnes s’appellent « {column} ». Renommez l’une d’elles, puis renvoyez.',
  'refusal.chain-list-old-workbook': 'Ce classeur est d’un ancien format. Enregistrez-le en XLSX ou en CSV, puis renvoyez-le.',
  'refusal.chain-list-too-large':
    'Ce classeur déplié dépasse ce qui est pris ({most} octets ou lignes). Enregistrez-le en CSV ou partagez-le.',
  'refusal.chain-list-field-needed':
    'Dites quelle colonne tient le champ {field}, ou donnez-le pour toute la liste ; sans lui aucune ligne n’a de sens.',
  'refusal.chain-list-no-such-column': 'Une colonne choisie n’est pas dans le fichier, qui en a {columns}. Choisissez-en une autre.',
  'refusal.chain-list-column-twice': 'Une colonne sert deux fois. Donnez à chaque colonne un seul sens.',
  'refusal.chain-list-broken':
    'Le fichier devient illisible après la ligne {line} (un guillemet jamais fermé ?). Réparez-le, puis renvoyez.',
  'refusal.chain-import-nobody': 'Le compte qui a lancé cet import ne peut plus agir. Envoyez le fichier sous un autre compte.',
  'refusal.chain-import-broke-off':
    'Le travail s’est interrompu ; ce qui était fait est gardé. Relancez-le ; s’il s’arrête encore, montrez le rapport à l’administrateur.',
} as const
