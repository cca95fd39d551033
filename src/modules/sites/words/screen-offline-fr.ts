/* Mots de la fiche sans réseau : ce qui est provisoire, la qualité de la preuve, la correction d’une fiche remise. */
export const screenOfflineFr = {
  'fill.mark.mission-not-started': 'la mission n’était pas encore partie, d’après le registre',
  'fill.mark.mission-cancelled': 'la mission était annulée, d’après le registre',
  'fill.mark.not-in-plan': 'site absent du plan de la mission',
  'fill.mark.day-ahead': 'jour en avance sur celui du registre : horloge du téléphone à vérifier',
  'fill.mark.reason-missing': 'le motif de la non-visite manque',
  'fill.mark.files-follow': 'remise avant ses photos',
  'fill.mark.form-unknown': 'version du formulaire inconnue du registre : gardée entière, pas encore lue',
  'fill.mark.form-unreadable': 'le registre n’a pas su lire ces réponses : gardées entières',
  'fill.photos.awaited': '{n} {n|photo en route|photos en route}',
  'fill.photo.on-its-way': 'photo en route',
  'opening.marks': 'Cette fiche a été ouverte sans réseau :',
} as const
