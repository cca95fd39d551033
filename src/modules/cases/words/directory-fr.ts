/* Refus de l’annuaire des services et du registre des maisons d’accueil. */
export const directoryFr = {
  'refusal.unknown-area': 'Cette zone n’est pas connue. Choisissez-la dans la liste.',
  'refusal.area-not-yours': 'Cette zone est hors de votre territoire. Demandez à qui tient l’annuaire là-bas.',
  'refusal.safety-needs-reason': 'Dites pourquoi il faut de la prudence, ou pourquoi on n’y oriente personne : choisissez une raison.',
  'refusal.service-point-of-another-body':
    'Vous tenez à jour les services de votre organisation. Pour ceux des autres, demandez à une équipe d’accompagnement.',
  'refusal.service-point-listed-already': 'Ce service est déjà dans l’annuaire. Ouvrez-le et corrigez-le.',
  'refusal.verified-in-the-future': 'La date de vérification est à venir. Corrigez-la.',
  'refusal.unknown-service-point': 'Ce service n’est pas dans l’annuaire. Cherchez-le dans la liste.',
  'refusal.service-point-closed': 'Ce service est fermé. S’il a rouvert, ajoutez-le à nouveau.',
  'refusal.reader-named-twice': 'Une personne est choisie deux fois. Gardez-la une seule fois.',
  'refusal.shelter-registered-already': 'Cette maison est déjà inscrite. Ouvrez-la et corrigez-la.',
  'refusal.shelter-needs-a-body': 'Une maison appartient à une organisation. Demandez que votre compte soit rattaché à la vôtre.',
  'refusal.unknown-shelter': 'Cette maison n’est pas connue ici. Cherchez-la dans la liste.',
  'refusal.shelter-closed': 'Cette maison est fermée : rien n’y change plus.',
  'refusal.shelter-name-tells-place': 'Ce nom de code dit où se trouve la maison. Choisissez un nom sans aucun lieu.',
  'refusal.unknown-sealed-place': 'Le lieu ne vous est plus ouvert. Demandez à qui tient cette fiche.',
  'refusal.directory-list-empty': 'Le fichier est vide : il faut une ligne de titres, puis un service par ligne.',
  'refusal.directory-list-not-read':
    'Ce fichier ne se lit pas comme un tableau. Enregistrez-le en CSV ou en XLSX depuis votre tableur et réessayez.',
  'refusal.directory-list-too-long': 'Le fichier a plus de {most} lignes à prendre. Partagez-le en plusieurs fichiers.',
  'refusal.directory-list-columns-missing':
    'Il manque une colonne : il faut au moins « Nom », « Type » et « Territoire ». Corrigez la ligne de titres et réessayez.',
} as const
