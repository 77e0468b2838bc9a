/** Farms, forests, ground and water. */
import type { Branch } from "./branch.ts";

export const LAND: readonly Branch[] = [
  [
    "Other",
    "B2B",
    `
      fertilizer fertiliser paddy maize soya soybean cassava cocoa_beans
      farm$ farms$ farming agricultur agriculture landwirt bauernhof hofladen ferme$ exploitation_agricole
      finca$ ganader agricola$ azienda_agricola boerderij akkerbouw lantbruk jordbruk gardsbutik maatila
      maatalous gospodarstwo_rolne 農園 農業 forestry forestal forstbetrieb skogsbruk skogbruk metsa$
      metsatalous lesnictw poultry livestock fishery aquacultur beekeep imkerei honig$ tarim$ ciftlik фермер
      сельхоз 농장 농업 mezogazdas agro$ gospodarstw zemedel pulverizacao produtores_rurais lavoura$
      lavouras$ elagage elagueur apicult apicolt biodl biavl mehilaistarh pszczelar vcelar meheszet μελισσ
      пчелар пасек пасік 養蜂 obsthof fattoria$ fattorie gartenbaubetrieb glastuinbouw kasvihuon gewachshaus
      fruktodl gartneri$ hedelmatarh gyumolcs теплиц разсадник розплідник питомник landbouw$ loonwerk
      loonbedrijf lohnunternehmen maskinstation koneurakoint ukininka zemes_uki zemdirb galvij gyvulinink
      lauksaimniec zemniek_saimn lopkop pollumaj pollumeh karjakasv govedar stocar$ poljopriv seosko_gospod
      kmetij govedorej земедел животновъд тваринн фермерськ zootehn veeteelt melkvee rundvee rinderzucht
      viehzucht eleveur$ elevage_bovin elevage_ovin maraich agropecuar vacuno$ allevament zootecnic karjatil
      lihakarj luomutil szarvasmarha allattenyeszt cattle$ rolnictw hodowla_bydla chov_skotu ekofarm
      rostlinna_vyrob zivocisna_vyrob skogstjanst avverkning skogsentrepren metsapalvel puunkorjuu hakkuu
      lesni_prac lesne_prac lesni_skol uslugi_lesne erdeszet fakitermel miskinink misko_ruos metsatoo
      metsamajand mezizstrad mezsaimn gozdarstv sumarstv лесозаготов лесхоз лісгосп our_farm family_farm
      organic_farm ~organics$ smallholding vineyard_management arable dairy_farm horticult nursery_plants
      ~hof$ biohof biobauer ackerbau tierhaltung agriculteur exploitation_agri ~elevage$ agricultor
      explotacion_agrar olivar$ azienda_agri coltivazion agricoltura fazenda$ pecuaria veehouder
      biologische_boerderij boer$ ~gard$ gards- gardsbruk landbrug gaard$ gardsdrift maatilа viljely
      rolniczy uprawa$ hodowla$ ekologiczne_gosp farma$ farmy$ ekologicka_farm polnohosp druzstvo_podielnik
      gazdasag$ novenyterm allattart ferma$ agricol$ crestere_anim сельское_хозяиств сельскохоз растениевод
      животновод агрохолдинг сільськ_господар рослинництв агро ферма$ αγροτικ αγροκτημα κτηνοτροφ καλλιεργ
      tarimsal hayvancilik besi_ciftl 農業法人 農家 農産 ~野菜 果樹 畜産 农业 农场 种植 养殖 농업회사 مزرعة
      زراعة زراعي חקלא משק$ גידול$ stocarstv kmetovan zemes_ukio$ ukis$ augalinink zemnieku_saimn
      saimnieciba talu$ talus$
    `,
  ],
  [
    "Other",
    "B2C",
    `
      lihakast lihaveis rohumaaveis veiseliha meat_box meat_boxes grass-fed pasture-raised farm_shop
      fleischpaket weidefleisch weiderind direktvermarkt caissette_de_viande caissettes_de_viande
      vente_a_la_ferme vente_directe_a_la_ferme produits_fermiers weidevlees rundvleespak vleespakket
      gardsbutik gardsbutikk gardsutsalg gardbutik gardskott naturbeteskott kodkasse kodpakke farsk_kott
      naudanliha lihalaatiko hovezi_bedynk hovadzie_balick prodej_ze_dvora predaj_z_dvora wolowina$
      paczki_miesn marhahus csaladi_gazdasag galvijien jautien мраморная_говядин фермерские_продукт
      фермерські_продукт фермерски_продукт prodotti_della_fattoria carne_de_pasto domaci_proizvod 産地直送
    `,
  ],
  [
    "Other",
    "B2B",
    `
      security_solutions security_equipment security_systems electronic_security alarm_monitoring
      civil_engineering road_construction commercial_construction building_contractor infrastructure_project
      civil_works earthworks scaffolding_hire crane_hire crane_rental heavy_equipment plant_hire
      equipment_rental manned_guard guarding_service cctv$ cctv_install access_control engineering_contractor
      turnkey_project borehole_drill obra_civil obras_civiles kontraktor
    `,
  ],
  [
    "Other",
    "B2B",
    `
      water_treatment tratamiento_de_agua wasseraufbereit abwasser traitement_des_eaux trattamento_acque
      environmental$ umwelttechnik medioambient milieutechniek surveying vermessung geometra landmeter
      mining$ mineria bergbau aerospace luftfahrt shipbuild werft research_institute forschungsinstitut
      institut_de_recherche geodet geodezij geodezja geodezyjn kartograf geometre lantmatar landinspektor
      maanmittau zememeric foldmer vermessungsburo topograf quarry steinbruch kieswerk sandgrub grustag
      kamieniolom kamenolom kobany klaranlage wastewater avlopp oczyszczalni stovnarn drilling$ geotechni
      entreprise_de_forage sondage$ porausliik atliek aplinkosaug aplinkos_apsaug waste_manage waste_collect
      waste_dispos hazardous_waste skip_hire abfallwirt abfallentsorg gestion_des_dechets
      collecte_des_dechets traitement_des_dechets gestion_de_residuos gestao_de_residuos
      recogida_de_residuos gestione_rifiuti smaltimento_rifiuti raccolta_rifiuti afvalverwerk afvalinzamel
      afvalbeheer avfallshanter avfallshandt renovasjon$ affaldshandt jatehuol jatteenkas gospodarka_odpad
      wywoz_odpad odbior_odpad svoz_odpad odvoz_odpad nakladani_s_odpad hulladekgazd hulladekkez
      hulladekszal colectare_deseur gestionarea_deseur jaatmekaitlus jaatmevedu atkritumu zbrinjavanje_otpad
      gospodarenje_otpad ravnanje_z_odpad вывоз_мусор вывоз_отход утилизация_отход вивіз_сміт
      управление_на_отпад αποβλητ atik_yonetim geri_donusum 産業廃棄 産廃 廃棄物処理 rov$ rov-inspe
      undervannsinsp undervannsarb undervannsoppd undervannstjen undervattensarb underwater_inspect
      commercial_diving subsea taucharbeit unterwasserarb travaux_sous-marin dykkertjen dykkerfirma
      prace_podwodn водолазн подводные_работ 潜水工事 recycling$ scrap_metal schrott$ recyclinghof wertstoff
      recyclage dechets$ residuos$ reciclaje reciclado chatarr rifiuti$ riciclo reciclagem recycling_van
      afvalcontainer atervinn genbrug gjenvinn kierratys recykling$ zlom$ skup_zlom recyklac vykup_kov
      vykup_zelez zberne_surov hulladek reciclare fier_vechi утилизац вторсырь металлолом переработк_отход
      вторсировин металобрухт рециклиране вторични_суров ανακυκλ hurda$ リサイクル ~回収 废品 环保 재활용
      اعادة_تدوير נפות מיחזור reciklaz recikliran perdirbim antrines_zaliav parstrade parstrad taaskasut
      surveyors$ land_survey topographic geomatics geologist environmental_consult ~laboratory_test
      research_centre forschungszentrum centre_de_recherche centro_de_investigacion centro_di_ricerca
      tutkimuslaitos instytut_badaw vyzkumny_ustav kutatointezet научно-исследоват науково-дослід
      изследователск 研究所 instituto_de_investig waste_removal
    `,
  ],
];
