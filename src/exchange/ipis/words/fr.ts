/* Words of the IPIS import: refusals, problems of a row (`ipis.problem.<code>`), what a spelling is about. */
export const fr = {
  'refusal.ipis-no-header':
    "Ce fichier n'est pas le fichier ouvert d'IPIS : sa première ligne ne nomme aucune des colonnes attendues. Choisissez le fichier CSV (UTF-8) téléchargé chez IPIS.",
  'refusal.ipis-header-damaged':
    'La première ligne du fichier est abîmée à la colonne {column}. Téléchargez le fichier de nouveau ; rien n’a été importé.',
  'refusal.ipis-columns-missing':
    'Il manque au fichier des colonnes nécessaires : {columns}. Téléchargez le fichier entier et recommencez ; rien n’a été importé.',
  'refusal.ipis-column-twice': 'La colonne {column} est deux fois dans le fichier. Gardez la bonne et recommencez ; rien n’a été importé.',
  'refusal.unknown-spelling': "Cette graphie n'est dans aucune table. Rechargez la liste et choisissez une ligne.",
  'refusal.meaning-not-in-the-list': 'Ce sens n’existe pas ici. Choisissez parmi : {allowed}.',
  'refusal.meaning-unchanged': 'La graphie a déjà ce sens ; il n’y a rien à corriger.',
  'ipis.problem.not-utf-8': "la ligne n'est pas du texte UTF-8",
  'ipis.problem.line-too-long': 'la ligne est trop longue pour être une visite',
  'ipis.problem.broken-quotes': 'un guillemet manque ou est de trop',
  'ipis.problem.wrong-number-of-columns': 'la ligne a {found} colonnes au lieu de celles de l’en-tête',
  'ipis.problem.control-character': 'un caractère illisible se trouve dans la cellule',
  'ipis.problem.missing': 'la cellule est vide et ne peut pas l’être',
  'ipis.problem.empty': 'la cellule est vide et ne peut pas l’être',
  'ipis.problem.not-a-visit-number': 'le numéro de visite n’est pas un nombre entier',
  'ipis.problem.not-a-site-code': 'le code du site contient des signes inattendus',
  'ipis.problem.not-a-date': 'la date n’existe pas au calendrier',
  'ipis.problem.date-out-of-range': 'la date est avant 1990 ou dans l’avenir',
  'ipis.problem.not-a-number': 'ce n’est pas un nombre',
  'ipis.problem.not-0-or-1': 'la cellule doit être 0, 1 ou vide',
  'ipis.problem.geometry-differs': 'la géométrie et les coordonnées de la ligne disent deux endroits ; on ne sait pas lequel est juste',
  'ipis.problem.coordinate-out-of-range': 'la position est hors de la RDC ; longitude et latitude sont peut-être échangées',
  'ipis.problem.unknown-qualification': 'cette qualification est inconnue ; corrigez sa graphie dans la table et recommencez',
  'ipis.problem.too-long': 'le texte est trop long',
  'ipis.problem.too-many': 'la liste est trop longue',
  'ipis.problem.does-not-fit': 'la valeur ne convient pas',
  'ipis.problem.visit-number-twice': 'le même numéro de visite est déjà à la ligne {found} avec un autre contenu',
  'ipis.problem.visit-changed-since-import':
    'cette visite a été importée auparavant avec un autre contenu ; la première version est gardée',
} as const
