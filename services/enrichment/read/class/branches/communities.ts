/** Associations, churches, clubs, and public bodies. */
import type { Branch } from "./branch.ts";

export const COMMUNITIES: readonly Branch[] = [
  [
    "Other",
    "Non-profit",
    `
      chamber_of_commerce
      nonprofit non-profit charity$ charities donate$ donations$ ~volunteer gemeinnutzig spenden$ spende$
      *verein$ ehrenamt association_loi_1901 benevol adherent$ fundacion$ ong$ sin_fines_de_lucro onlus$
      volontari fondazione associazione$ stichting$ vrijwilliger$ anbi$ ideell_forening foreningen$
      *forening$ hyvantekev yhdistys$ *yhdistys$ fundacja stowarzyszeni darowizn npo法人 一般社団法人
      財団法人 協同組合 humane_society animal_shelter 501_c ngo$ tierheim tierschutz rescue$ udruga
      egyesulet neziskov obcianske_zdruzenie alapitvany egyesulet$ asociatia fundatia μη_κερδοσκοπ сдружение
      фондация viesoji_istaig mtu$ zdruga drustvo$ young_carers fundrais funders$ trustees$ ry$ associacao$
      dernek$ dernegi vakif$ vakfi благотворит некоммерч 비영리 후원 עמותה alapitvany$ spolek$ nadace$
      kylayhdist volontariato$ associazione_di_volontariato stiftung$ *stiftung$ stiftelse$ *stiftelse$
      stiftelsen$ fondation$ fundacao saatio$ *saatio$ nadacia благодіин hilfsorganisation bienfaisance
      beneficenza liefdadig valgorenhet velgorenhed charytatyw charitativ jotekonys φιλανθρωπ 慈善
      organizacj_pozarz civil_szervezet kansalaisjarj громадськ общественная_орган dierenasiel djurhem
      dyreinternat elainsuoj schronisko_dla utulek allatmenhely приют_для refugio_de_animales refuge_animal
      canile$ gattile$ gewerkschaft syndicat$ sindicato$ sindacato$ vakbond fagforening fackforbund
      ammattiliit odborov zwiazek_zawod szakszerv профсоюз профспілк 労働組合 landsbyforening bygdelag
      grendelag bygdegard hembygdsforening kulturverein foerderverein forderverein biedriba$ biedribas$
      nodibinajum labdar paramos_fond sihtasutus charitable registered_charity ~donation$ humanitarian
      relief_fund food_bank refugees$ homeless volunteers$ 501c3 community_group friends_of$
      voluntary_organisation hilfswerk forderkreis selbsthilfe burgerinitiative tafel_e eingetragener_verein
      mitgliedsbeitrag mitgliedschaft_im ~satzung$ ~vorstand_des association_sportive association_de$ asbl$
      vzw$ loi_1901 adhesion$ adherez faire_un_don$ reconnue_d_utilite solidarite$ asociacion_sin
      asociacion_de$ voluntariado$ hazte_socio ninos_en_riesgo cooperacion_al_desarrollo ~socios$ odv$
      terzo_settore diventa_socio ~soci$ pro_loco cinque_per_mille 5x1000 5_per_mille ipss$ voluntarios$
      organizacao_sem fins_lucrativos terceiro_setor voedselbank vrijwilligers goede_doelen donateur
      ledenvergadering vereniging$ *vereniging$ ideell$ bli_medlem medlemskap$ forening$ *foreningen$
      hembygd hjalporganis insamling volontar frivillige frivillig$ bliv_medlem stotteforening humanitaer
      stotteforen$ vapaaehto yhdistyksen jasenet$ liity_jasen jasenyys nuorisoseura kannatusyhdist lahjoitus
      wolontari pomagamy$ wesprzyj cele_statutow z_s$ dobrovolnic dobrovolni darujte clenove_spolku
      obcanske_sdruz dobrovoln obcianske$ zruzenie$ kozhasznu onkentes 1_szazalek tagsag$ voluntar
      asociatie$ doneaza fundatie волонтер фонд_помощ нко$ пожертвован фонд$ допомог_людям громадська_орган
      пожертв доброволци дарения дарете нпо$ σωματειο εθελοντ συλλογος$ συλλογου δωρεα$ δωρεες μκο$ gonullu
      bagis$ bagis_yap sivil_toplum 寄附 ホランティア 公益社団法人 公益財団法人 公益 志愿者 자원봉사
      재단법인 사단법인 جمعية تبرع خيرية متطوع منظمة_غير_ربحية עמותת תרומה מתנדבים donacij volontir udruge$
      donirajte drustva$ prostovolj doniraj savanor asociacija$ ziedo brivpratig biedrib mittetulund
      vabatahtlik anneta$ annetus uhing$ selts$ ~org$ foundation$ after-school_arts ~society$ ~council_of
      historical_society historical_association heritage_society village_hall community_hall parish_hall
      community_centre recreation_ground
    `,
  ],
  [
    "Other",
    "Non-profit",
    `
      church$ kirche$ kirchengemeinde parish gemeindebrief paroisse eglise$ parroquia iglesia$ parrocchia
      chiesa$ kerk$ kyrka$ forsamling seurakunta parafia kosciol gottesdienst worship mosque synagog temple$
      教会 sportverein fussballverein turnverein football_club club_sportif fotbollsklubb idrottsforening
      idrettslag urheiluseura klub_sportowy feuerwehr schutzenverein musikverein храм$ храма$ церков приход$
      прихода$ православн богослужен biserica$ parohia manastire εκκλησια gyulekezet reformatus_egyhaz
      farnost cirkev sogn$ menighed$ menighet$ kirke$ kirken$ kirkko$ igreja$ paroquia 神社 寺院 missionar
      bible$ polisportiva asociacion_deportiva sportovni_klub sportegyesulet спортивныи_клуб scout$ scouts$
      scouting pfadfinder scoutkar harcer ridklubb *kirche$ *kirken$ *kerk$ katedral cathedral diocese
      diocesi$ bistum stift$ pastorat sognekirke kostol$ zbor$ cami$ pompiers$ brandweer hasici$ hasicsky
      ochotnicza_straz tuzolto vigili_del_fuoco bomberos$ bombeiros$ frivillig_brann football$ fotboll$
      fodbold fotball jalkapallo futbol$ labdarug klub_pilkarski fotbalov футбольн handball handboll
      haandbold basket$ basketball volleyball floorball innebandy ishockey hockey$ *klubb$ seilforening
      sejlklub segelverein yacht_club club_nautique aeroklub flugklubb flyveklub golfklubb jagtforening
      svaz_chovatel zvaz_chovatel badminton$ squash$ parish_church congregation$ sunday_service ~pastor$
      baptist methodist lutheran ~evangelisch ~katholisch pfarrei pfarrgemeinde kirchgemeinde freikirche
      paroissial culte$ communaute_religieuse diocesis$ oratorio$ kerkdienst parochie protestantse_gemeente
      gudstjanst kyrkan gudstjeneste menigheten jumalanpalvelus seurakuntien msza_swieta msze bohosluzby
      bohosluzba cirkevny_zbor istentisztelet plebania egyhazkozseg slujbe$ собор$ церква$ парафія$
      богослужінн църква ενορια ιερος_ναος 礼拝 教堂 كنيسة مسجد בית_כנסת כנסייה zupa$ zupni baznica draudze
      baznyci parapij kogudus kirik$ athletics_club rugby_club sports_club cricket_club rowing_club
      swimming_club leichtathletik tennisverein tennisclub reitverein sportclub$ club_de_football
      club_de_tennis ~club_de$ club_deportivo asociacion_deport asd$ societa_sportiva associazione_sport
      ~clube_de$ clube_desport voetbalvereniging voetbalclub sportvereniging tennisvereniging idrottsklubb
      idrottsfor gymnastikfor bollklubb sportsklub idraetsforening roklub turlag urheilu ~seura$ hiihtoseura
      uczniowski_klub tj_sokol telovychovna fotbalovy_klub sdh$ dobrovolnych_hasic sbor_dobrovol
      dobrovolny_hasic sportklub egyesulet_sport club_sportiv asociatia_sport футбольныи_клуб
      спортивн_федерац футбольнии_клуб спортивнии_клуб федераці футболен_клуб спортен_клуб αθλητικος$
      συλλογος_αθλ spor_kulubu spor_klubu 少年団 クラフチーム 俱乐部 스포츠클럽 نادي_رياضي sportski_klub
      nogometni_klub sportno_drustvo nogometni$ sporto_klubas futbolo_klub sporta_klubs futbola_klub
      spordiklubi jalgpalliklubi vatrogasn fire_brigade freiwillige_feuerwehr brandvarn reddningskorps redningskorps
      vpk$ loschgruppe lions_club bridge_club chess_club chess$ schach sakk sjakk schack skak shakki szachy
      sachovy ajedrez echecs scacchi xadrez шахмат σκακι satranc budgerigar breed_society breeders_society
      pigeon_club canine_club kennel_club kennelclub zuchtverein
    `,
  ],
  [
    "Other",
    "Government",
    `
      municipality city_council county_council city_of$ stadtverwaltung rathaus$ burgerservice landkreis
      mairie$ conseil_municipal ayuntamiento comune_di$ sindaco$ gemeente$ gemeentelijk kommun$ kommunen$
      kommune$ kommunfullmakt kunta$ kaupunki$ kaupungin gmina$ urzad$ miasto$ 市役所 町役場 村役場
      ministry_of government$ public_authority behorde arsredovisning$ prefeitura camara_municipal town_of$
      mestsky_urad obecni_urad polgarmester primaria$ δημος$ община$ savivaldyb vald$ obcina$ opcina$
      select_board town_hall town_clerk official_website_of building_permit gemeentehuis commune_de$
      kommunhus radhus$ obec$ obecni$ mestys$ varoshaza polgarmest onkormanyzat δημαρχ кметств
      администрация_город муниципальное_образован міськрад сільська_рад belediye$ belediyesi 役場
      kunnanvirasto hotel_de_ville vigilanza_urbana borough borough_council parish_council district_council
      local_authority local_government council_tax councillor ~residents$ state_agency federal_agency
      ~ministry$ public_services embassy consulate county_of$ village_of$ planning_applic ~prefecture
      ~gemeinde$ gemeinde$ gemeinderat burgermeister stadtrat amtsblatt ortsrecht landratsamt bundesamt
      bundesministerium bekanntmachungen gemeindeverwaltung verwaltungsgemein ~ville_de$
      communaute_de_communes conseil_departemental conseil_regional prefecture$ etat_civil deliberations
      le_maire demarches_admin sede_electronica padron plenos$ alcaldia alcalde$ bandos$ diputacion$
      ~gobierno_de concejal tramites$ albo_pretorio uffici_comunali sindaco giunta_comunale giunta$ tributi$
      anagrafe amministrazione_comunale municipio$ junta_de_freguesia freguesia assembleia_municipal
      governo_do secretaria_de$ governo_municipal burgemeester wethouder waterschap rijksoverheid
      kommunstyrelse lansstyrelse myndighet byrad borgmester borgerservice kommunalbestyrelse kommunestyret
      fylkeskommune ordforer direktorat ~kunnan kunnanhall virasto$ ~ministerio wojt$ rada_gminy burmistrz
      starostwo biuletyn_informacji_publ bip$ rada_miejska powiat$ powiatow gminy$ uredni_deska zastupitel
      vyhlasky starosta$ starostka magistrat$ ministerstvo$ ministerstv oficialni_stranky_obc
      oficialne_stranky_obc obecny_urad uradna_tabula obce$ kepviselo-testulet kepviselotestulet rendeletek
      kormanyhivatal kozseg$ kozsegi jegyzo$ primarie consiliul_local consiliul_judetean hotarari$
      monitorul_oficial taxe_si_impozite primar$ primarul ~prefectura ministerul муниципальн$ глава_город
      совет_депутат министерств правительств сельск_совет сільська міська_рада селищна_рада рада$ ради$
      ~громади$ громада$ депутати міністерств державн$ виконавч_комітет общински_съвет кмет$ агенция_по
      δημοτικο_συμβουλ υπουργει περιφερεια$ belediye valilik kaymakam bakanlig ~mudurlug 県庁 行政 ~政府
      市政府 人民政府 공공기관 بلدية وزارة حكومة مجلس_محلي עיריית מועצה_מקומית משרד_ה gradska_uprava
      nacelnik gradsko_vijece opcinsko_vijece ministarstvo obcinski_svet ministrstvo meras$ taryba$
      ministerija seniunija pasvaldiba novada$ novads ministrija vallavalitsus vallavolikogu linnavalitsus
      linnavolikogu ministeerium gov$ gouv$ gob$ gov_uk
    `,
  ],
];
