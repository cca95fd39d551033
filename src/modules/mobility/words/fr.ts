/* What flow monitoring refuses, and what is wrong with lines of a file, in French. */
export const fr = {
  'refusal.unknown-flow-point': 'Ce point de suivi n’existe pas ou vous n’y avez pas accès.',
  'refusal.flow-point-there': 'Ce point est déjà ouvert.',
  'refusal.flow-point-place-not-known':
    'Le territoire ou le site indiqué n’est pas au registre. Choisissez-le dans la liste, ou faites d’abord importer les limites.',
  'refusal.flow-point-code-taken': 'Le code {code} désigne déjà un autre point. Donnez-en un autre.',
  'refusal.flow-day-in-the-future': 'Ce jour n’est pas encore venu, au point de suivi. Corrigez la date.',
  'refusal.flow-point-closed': 'Ce point est fermé pour de bon. Ouvrez-en un nouveau, avec un autre code.',
  'refusal.flow-day-before-the-last': 'Ce jour précède le {day}, dernier changement de ce point. Donnez un jour égal ou postérieur.',
  'refusal.flow-point-suspended': 'Le comptage est déjà suspendu à ce point.',
  'refusal.flow-point-not-suspended': 'Le comptage n’est pas suspendu à ce point.',
  'refusal.flow-count-there': 'Ce comptage est déjà enregistré.',
  'refusal.unknown-flow-count': 'Ce comptage n’existe pas, ou son point est hors de votre territoire.',
  'refusal.flow-count-withdrawn': 'Ce comptage a déjà été retiré.',
  'refusal.flow-stretch-too-long': 'La période dépasse {days} jours. Demandez-en une plus courte.',
  'refusal.flow-rows-too-many': 'La période contient plus de {most} lignes, trop pour un seul fichier. Demandez-en une plus courte.',
  'refusal.flows-file-without-columns':
    'Le fichier n’a pas les colonnes attendues. Il faut au moins : point_code, date, direction, group_size.',
  'refusal.flows-file-broken': 'Le fichier n’est pas un tableau lisible : un guillemet n’est jamais refermé.',
  'refusal.workers-area-not-known':
    'Cette zone n’est pas au registre des lieux. Choisissez un aimag ou un soum (une province ou un territoire) de la liste, ou faites d’abord importer la liste.',
  'refusal.workers-quarter-not-begun': 'Ce trimestre n’a pas commencé, ou n’est pas écrit comme 2026-Q3. Corrigez-le.',
  'refusal.workers-sheet-there': 'Ces mêmes chiffres sont déjà enregistrés pour cette zone, ce trimestre et cette source.',
  'refusal.unknown-workers-sheet': 'Aucun relevé n’est enregistré pour cette zone, ce trimestre et cette source.',
  'refusal.workers-file-broken': 'Le fichier n’est pas un tableau lisible. Enregistrez-le en CSV, puis recommencez.',
  'refusal.workers-file-columns':
    'La colonne « {column} » manque ou est de trop. Il faut exactement : area, quarter, source, sector, nation, sex, age, permit, n. Aucune colonne ne peut porter un nom.',
  'flows.problem.empty': 'vide',
  'flows.problem.not-a-date': 'ce n’est pas une date (AAAA-MM-JJ)',
  'flows.problem.in-the-future': 'ce jour n’est pas encore venu',
  'flows.problem.not-a-count': 'ce n’est pas un nombre entier',
  'flows.problem.not-in-the-list': 'code inconnu',
  'flows.problem.not-a-country': 'ce n’est pas un pays en trois lettres',
  'flows.problem.not-a-place-code': 'ce n’est pas un code de lieu',
  'flows.problem.not-nationalities': 'il faut écrire comme « COD:3 UGA:2 »',
  'flows.problem.unknown-point': 'aucun point de suivi ne porte ce code',
  'flows.problem.not-understood': 'non compris',
} as const
