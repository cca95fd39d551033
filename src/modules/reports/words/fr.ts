/* What the server refuses about reports, in French: what is wrong and what to do. */
export const fr = {
  'refusal.unknown-report': 'Ce rapport n’existe pas, ou vous n’avez pas à le voir. Partez de la liste des rapports.',
  'refusal.report-not-yours': 'Seul l’organisme auteur écrit et publie ce rapport. Adressez-vous à lui, ou ouvrez le vôtre.',
  'refusal.report-needs-an-organisation':
    'Votre compte n’appartient à aucun organisme : un rapport a toujours un organisme auteur. Demandez à l’administrateur.',
  'refusal.report-period-not-valid': 'La fin de la période précède son début. Corrigez les dates.',
  'refusal.report-needs-a-shipment': 'Ce rapport porte sur une expédition : indiquez le certificat ou le lot.',
  'refusal.report-no-such-section': 'Ce rapport n’a pas de texte « {section} ». Rechargez la page.',
  'refusal.report-gaps-changed': 'Le registre a changé : vous avez vu {seen} lacune(s), il y en a maintenant {now}. Relisez, puis publiez.',
  'refusal.report-nothing-new': 'Rien n’a changé depuis {number}. Il n’y a pas de nouvelle version à publier.',
  'refusal.report-correction-needs-reason': '{number} est déjà publié. Dites pourquoi une nouvelle version le remplace.',
  'refusal.statistics-not-a-table':
    'Ce fichier n’est pas un tableau CSV lisible en UTF-8. Enregistrez la feuille en CSV UTF-8 et renvoyez-la.',
  'refusal.statistics-columns-missing': 'Il manque des colonnes : {missing}. Donnez-leur ces noms : reporter, partner, month, hs, kg.',
  'refusal.statistics-too-long': 'Le tableau a plus de {most} lignes. Partagez-le par année.',
  'refusal.statistics-empty': 'Aucune ligne lisible. Vérifiez les colonnes : pays à deux lettres, mois 2026-03, code SH, kilogrammes.',
  'refusal.unknown-statistics': 'Ces statistiques n’existent plus. Rechargez la page.',
  'refusal.statistics-not-yours':
    'Une autre organisation a apporté ces statistiques. Demandez-lui de les retirer, ou à qui supervise les rapports de tout le pays.',
} as const
