/*
The codes of the Human Trafficking Case Data Standard 2.0 (IOM and others, CC BY 4.0; no endorsement by IOM), verbatim, spelling
mistakes included: they are identifiers. `test 8` holds them against the standard's own workbook.
*/
const APPS = [
  ...(['Facebook', 'Instagram', 'WhatsApp', 'Telegram', 'FacebookMessenger', 'Viber', 'SnapChat', 'Line', '4Sale', 'WeChat'] as const),
  ...(['QQ', 'QZone', 'TikTok', 'Twitter', 'Other'] as const),
] as const
const REFERRAL = ['AdditionalServicesRequired', 'MigrationOrChangeOfLocation', 'Other'] as const

export const htcdsPicklists = {
  org_Type: [
    ...(['NGO', 'LawEnforcement', 'HealthServiceOrganisation', 'CentralGovernmentOrganisation', 'LocalGovernmentOrganisation'] as const),
    ...(['ImmigrationService', 'LegalService', 'CorporateBusiness', 'SchoolOrCollege'] as const),
  ],
  prs_Gender: ['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'],
  prs_MaritalStatus: ['Single', 'Married', 'Widowed', 'Divorced', 'Separated', 'RegisteredPartnership'],
  prs_HighestLevelOfEducation: [
    ...(['EarlyChildhoodEducation', 'PrimaryEducation', 'LowerSecondaryEducation', 'UpperSecondaryEducation'] as const),
    ...(['PostSecondaryNonTertiaryEducation', 'ShortCycleTertiaryEducation', 'BachelorsOrEquivalentLevel'] as const),
    ...(['MastersOrEquivalentLevel', 'DoctoralOrEquivalentLevel'] as const),
  ],
  vic_TraffickingStatus: ['PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking', 'NotAVictimOfTrafficking'],
  vic_TraffickingStatusDecisionMakingOrg: ['Police', 'NGO', 'CourtOrProsecution', 'NonPoliceGovernmentalOrganization', 'Other'],
  vic_RelationshipToTrafficker: ['Familial', 'Acquainted', 'Unaquainted'],
  vic_RecruitmentWebsitesAndApps: APPS,
  vic_MethodOfRecruitment: [
    ...([
      'AtAPlaceOfBusiness',
      'AtAnEducationalInstitution',
      'AtWork',
      'ThroughOnlineSocialNetworks',
      'ThroughAnOnlineAdvertisement',
    ] as const),
    ...([
      'ThroughATelevisionAdvert',
      'ThroughANewspaperAdvert',
      'ThroughFamilyOrFamilyEvents',
      'ThroughFriendsOrSocialEvents',
      'Other',
    ] as const),
  ],
  vic_MethodsOfControl: [
    ...(['PhysicalThreats', 'ThreatsLawEnforcement', 'ThreatensChildrenFamily', 'DebtBondage', 'FalsePromises', 'PhysicalAbuse'] as const),
    ...(['SexualAbuse', 'TakesEarnings', 'RestrictsFinancialAccess', 'RestrictsMedicalCare', 'WithholdsNecessities'] as const),
    ...(['PsychologicalAbuse', 'PsychoactiveSubstance', 'ExcessiveWorkingHours', 'WithholdsDocuments', 'Other'] as const),
  ],
  vic_TypeOfExploitation: [
    ...(['ForcedLabour', 'SexualExploitation', 'ChildLabour', 'ForcedMarriage', 'Servitude', 'ForcedMilitaryByNonStateActors'] as const),
    ...(['OrganRemoval', 'ForcedBegging', 'ForcedAdoption', 'Surrogacy', 'Other'] as const),
  ],
  vic_ForcedLabourIndustry: [
    ...(['A_AgricultureForestryAndFishing', 'B_MiningAndQuarrying', 'C_Manufacturing'] as const),
    ...(['D_ElectricityGasSteamAndAirConditioningSupply', 'E_WaterSupplySewerageWasteManagement', 'F_Construction'] as const),
    ...(['G_WholesaleAndRetailTradeRepairOfMotorVehicles', 'H_TransportationAndStorage'] as const),
    ...(['I_AccommodationAndFoodServiceActivities', 'J_InformationAndCommunication', 'K_FinancialAndInsuranceActivities'] as const),
    ...([
      'L_RealEstateActivities',
      'M_ProfessionalScientificAndTechnicalActivities',
      'N_AdministrativeAndSupportServiceActivities',
    ] as const),
    ...(['O_PublicAdministrationAndDefence', 'P_Education', 'Q_HumanHealthAndSocialWorkActivities'] as const),
    ...(['R_ArtsEntertainmentAndRecreation', 'S_OtherServiceActivities', 'T_ActivitiesOfHouseholdsAsEmployers'] as const),
    ...(['U_ActivitiesOfExtraterritorialOrganizations'] as const),
  ],
  vic_TypeOfSexExploitation: ['Prostitution', 'Pornography', 'RemoteInteractiveServices', 'PrivateSexualServices'],
  vic_ExploitationWebsitesAndApps: APPS,
  // Deprecated by the standard; read and written for files that still have it.
  vic_Vulnerabilities: [
    ...(['Addiction', 'SocialGroup', 'Discrimination', 'Poverty', 'DisabilityAndPhysicalHealth', 'MentalHealth', 'Migration'] as const),
    ...(['Homelessness', 'AbuseSocialMedia', 'AbusePhysical', 'Education', 'WorkEnvironment'] as const),
  ],
  per_RoleInProcess: [
    ...(['TravellingPartner', 'Transporter', 'RecruiterOrIntermediary', 'BrokerTravelAgent', 'TransferredIndividual'] as const),
    ...(['HarbouredIndividual', 'SoldIndividual', 'BoughtIndividual', 'ReceivedIndividual', 'ControlledIndividual'] as const),
    ...(['Smuggler', 'Abuser', 'Kidnapper', 'Exploiter', 'Other'] as const),
  ],
  cas_Status: ['Active', 'FollowUp', 'Closed', 'ClosedReferred'],
  cas_ReasonForIncomingReferral: REFERRAL,
  cas_ReasonForOutgoingReferral: REFERRAL,
  hte_Type: ['Recruitment', 'Transit', 'Exploitation'],
  spl_Type: [
    ...(['Education', 'Financial', 'Health', 'LabourExploitationRehabilitation', 'Legal', 'Livelihood', 'RightsBasedTraining'] as const),
    ...(['SexualExploitationRehabilitation', 'SocialCare'] as const),
  ],
} as const satisfies { readonly [field: string]: readonly string[] }

/** In the standard's definitions and missing in its list: kept by us, and written as `Other` with a note. */
export const keptMethods = ['RestrictsMovement', 'UsesChildren'] as const
