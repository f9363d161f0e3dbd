"""Closed word lists about people and bodies: titles, roles, groups. No names of anybody."""

import re


def words(text: str) -> frozenset[str]:
    """Make a set of the words in a block of text."""
    return frozenset(text.split())


# Capitalised words that stand before a person's name.
TITLES = words(
    """Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Gen General Lt
    Lieutenant Col Colonel Maj Major Capt Captain Sgt Sergeant Adm Admiral Vice Rear Brig
    Brigadier Cmdr Commander Sen Senator Rep Representative Congressman Congresswoman Gov
    Governor President Prime Minister Premier Chancellor Secretary Ambassador Mayor King Queen
    Prince Princess Pope Cardinal Bishop Archbishop Rabbi Imam Sheikh Judge Justice Chairman
    Chairwoman Chairperson Chair Director Deputy Councillor Coach Manager Superintendent
    Inspector Detective Constable Chief Commissioner Speaker Envoy Spokesman Spokeswoman
    Spokesperson Cllr Cr Cdr Supt Insp Hon Mme Analyst Economist Founder CEO CFO COO CTO
    Officer Marshal Attorney Solicitor Provost Rev Reverend Father Sister Brother Managing
    Executive Foreign Finance Defence Defense Health Energy Interior Transport Trade Environment
    Education Housing Agriculture Treasury Shadow Assistant Acting Interim Former Undersecretary
    Comptroller Treasurer MP MEP Taoiseach Leader Rival Veteran Fellow Retired Outgoing Incoming"""
)
# Of these, words that only qualify a title: "Health Secretary", "Acting Director".
PORTFOLIOS = words(
    """Foreign Finance Defence Defense Health Energy Interior Transport Trade Environment Education
    Housing Agriculture Treasury Shadow Assistant Acting Interim Former Managing Executive"""
)
# Nouns that say what somebody does; with the suffixes below they mark the start of a role.
ROLES = words(
    """analyst economist spokesman spokeswoman spokesperson minister governor chief executive head
    director manager coach captain owner founder co-founder scientist researcher professor
    lecturer chairman chairwoman chair chairperson president secretary commander general colonel
    officer official expert strategist trader banker broker lawyer attorney judge mayor senator
    lawmaker councillor ambassador envoy diplomat negotiator boss striker defender midfielder
    goalkeeper trainer physician doctor surgeon virologist engineer author editor partner member
    adviser advisor leader speaker premier chancellor commissioner superintendent detective
    inspector farmer driver shopkeeper resident student teacher nurse campaigner activist
    organiser organizer pollster forecaster meteorologist climatologist geologist historian
    consultant investor entrepreneur candidate predecessor successor veteran pilot astronomer
    curator promoter deputy ceo cfo coo cto treasurer fellow planner skipper forward winger
    colleague ally rancher sculptor singer actor writer painter lobbyist miner builder developer
    designer reporter retailer grocer landlord publican pensioner commuter midwife boss brother
    sister wife husband son daughter father mother friend co-author counterpart neighbour
    neighbor aide assistant witness critic commentator columnist pundit shareholder creditor
    trustee archaeologist mediator monitor inspector baker butcher grower batsman bowler jockey
    physio physiotherapist
    counsel cllr hairdresser shopkeeper florist dentist pharmacist artist cyclist novelist motorist
    barrister solicitor planner surveyor conductor choreographer chef caterer rector dean provost
    bishop vicar rabbi imam whip backbencher peer veterinarian vet keeper warden ranger fisherman
    plumber electrician mechanic technician clerk accountant auditor actuary architect historian
    psychologist psychiatrist paramedic carer porter cleaner parent tenant tracker modeller
    lecturer tutor headteacher principal registrar treasurer undersecretary commodore brigadier
    seismologist glaciologist epidemiologist ecologist biologist physicist chemist astronaut
    adjuster consultant auditor architect accountant surveyor pollster forecaster bookmaker
    oceanographer volcanologist hydrologist agronomist"""
)
_ROLE_SUFFIX = re.compile(r"(?:ologist|onomist|alyst|maker|woman|sman|person|ographer|ician)s?$")
# Words that make a run of capitalised words a body rather than a person.
ORGANISATION = words(
    """Bank Institute University College Securities Partners Ministry Company Corp Corporation Inc
    Group Council Federation Agency Association Research Union Office Department Society Party
    Reserve Commission Capital Markets Motors Airlines Airways Energy Foundation Centre Center
    Centers Centres Committee Authority Board Bureau Fund Trust Alliance League Club United City
    Rovers Network Post Times Guardian Herald Gazette News Journal Observatory Observer Service
    Services Holdings Industries Systems Technologies Technology Labs Laboratory Pharmaceuticals
    Therapeutics Insurance Analytics Economics Consulting Associates Advisors Advisers
    Organization Organisation Parliament Congress Senate House Court Police Army Navy Force
    Forces Hospital School Survey Command Treasury Exchange Aerospace Space Power Water
    Construction Builders Farmers Workers Nations Programme Program Project Panel Coalition
    Chamber Register Watch Monitor Street Wall Observatories Airport Railways Rail Steel Oil Gas
    Electric Foods Brands Retail Asset Management Wealth Investment Investments Ltd LLC PLC plc
    Limited Co Public National Federal International European Weather Health Transport Education
    Environment Global"""
)
CROWD = words(
    """survey surveys poll polls panel markets market bookmakers bookies investors traders voters
    supporters fans residents consumers respondents observers people many some others most
    futures oddsmakers"""
)
ANONYMOUS = words(
    """official officials source sources diplomat diplomats spokesman spokeswoman spokesperson
    spokespeople expert experts analyst analysts economist economists insiders insider aides aide
    forecasters forecaster strategists negotiators critics campaigners scientists researchers
    commander commanders executives executive lawmakers engineers modellers meteorologists
    doctors other organiser man woman resident farmer farmers agents bakers one
    wife husband mother father son daughter sister brother aunt uncle widow widower neighbour
    neighbor colleague friend cousin grandmother grandfather niece nephew"""
)
MALE = words(
    "Mr Sir Lord King Prince Father Brother Congressman chairman spokesman businessman husband son"
    " uncle widower grandfather nephew man boy"
)
FEMALE = words(
    "Mrs Ms Miss Dame Lady Baroness Queen Princess Sister Congresswoman chairwoman spokeswoman wife"
    " mother daughter aunt widow grandmother niece woman girl"
)
# Adverbs and fillers that stand between a subject and its verb.
BETWEEN = words(
    """also now still later then previously recently yesterday once even already repeatedly
    privately publicly further earlier however reportedly not never have has had is was are were
    be been do does did itself himself herself themselves today currently generally widely both
    all always long broadly fully firmly strongly only just since again instead therefore thus
    don't doesn't didn't don’t doesn’t didn’t can't can’t cannot can could would will apparently
    formally initially tentatively cautiously confidently boldly famously openly nonetheless
    meanwhile nevertheless otherwise besides ever too often sometimes soon next afterwards
    likewise accordingly duly finally"""
)


def is_role(word: str) -> bool:
    """Say whether a word, in any case, singular or plural, names what somebody does."""
    low = word.lower()
    single = low.removesuffix("s")
    head = low.split("-", maxsplit=1)[0]  # "director-general"
    return bool({low, single, head} & ROLES or _ROLE_SUFFIX.search(low))
