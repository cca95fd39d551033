/* Ce que le serveur refuse au sujet des campagnes, et ce qu’il faut faire. */
export const campaignsFr = {
  'refusal.unknown-campaign': 'Cette campagne n’existe pas, ou n’est pas dans votre province. Retournez à la liste.',
  'refusal.campaign-there': 'Cette campagne est déjà inscrite.',
  'refusal.campaign-closed': 'Cette campagne est terminée : rien ne s’y ajoute plus.',
  'refusal.campaign-published': 'La campagne est déjà publiée : la liste et les supports ne changent plus.',
  'refusal.campaign-not-over': 'La campagne dure jusqu’au {day}. Terminez-la ce jour-là ou après.',
  'refusal.campaign-check-open':
    'Avant de publier, chaque point de la liste doit être dit et tenir : messages relus par des survivants, aucune image reconnaissable, aide nommée, langues relues.',
  'refusal.unknown-campaign-place': 'Une province ou un territoire n’est pas au registre. Choisissez dans la liste.',
  'refusal.material-not-sent': 'Le fichier du support n’est pas arrivé. Envoyez-le à nouveau.',
  'refusal.reach-before-publishing': 'On ne compte la portée qu’une fois la campagne publiée.',
  'refusal.reach-day-not-valid': 'Le jour vient après le début de la campagne et au plus tard aujourd’hui.',
  'refusal.reach-channel-not-planned': 'Ce canal n’est pas de cette campagne. Choisissez-en un autre.',
  'refusal.unique-above-impressions': 'Il ne peut pas y avoir plus de comptes uniques que d’affichages. Vérifiez les deux nombres.',
  'refusal.counted-twice-in-one': 'Le même sexe et le même âge sont donnés deux fois. Faites-en une ligne.',
  'refusal.unknown-reach': 'Ce chiffre de portée n’existe pas, ou a déjà été retiré.',
  'refusal.kap-more-than-asked':
    'Il ne peut pas y avoir plus de réponses favorables que de personnes interrogées, et il en faut au moins une.',
  'refusal.kap-day-not-valid': 'Le jour de l’enquête est dans l’avenir. Corrigez-le.',
  'refusal.unknown-campaign-material': 'Ce fichier n’est pas de cette campagne, ou elle n’est pas encore publiée. Retournez à la campagne.',
} as const
