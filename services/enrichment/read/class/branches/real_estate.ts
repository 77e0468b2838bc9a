/** Houses to buy and to rent, and who builds them. */
import type { Branch } from "./branch.ts";

export const REAL_ESTATE: readonly Branch[] = [
  [
    "Real Estate",
    "B2C",
    `
      property_developer real_estate_develop apartments_and villas_in condos$ condominium off-plan
      real_estate realtor realty$ property_management properties$ estate_agent apartments_for ~apartments$
      immobili inmobiliaria makler$ maklerin hausverwalt *immobilien$ agence_immobiliere agenzia_immobiliare
      makelaar vastgoed fastighet maklare eiendom megler kiinteisto asunnot nieruchomosc deweloper 不動産
      賃貸 homes_for_sale new_homes condo ~tenants$ ~landlord cowork coworking office_space letting$
      nekretnin villas_for reality$ realitn nehnutelnost nemovitost ingatlan imobiliar ακινητ недвижим имоти
      nekilnojam kinnisvara nepremicnin imoveis imobiliaria estate_agents lettings$ urbanismo$ incorporacao
      incorporadora loteament imoveis$ corretor_de_imoveis недвижимост emlak$ gayrimenkul 부동산 נדל
      apartments_for_rent apartment_communit luxury_apartment ingatlan$ imobiliare$ κτηματομεσιτ
      ejendomsmaegler maegler$ maegleren нерухом управляющая_компания biuro_nieruchom
      administracja_nieruchom property_manager ejendomsadministration amministrazione_condomin
      syndic_de_copropri syndic$ taloyhtio isannoint kontorfaelles kontorhotell коворкинг コワーキンク
      realestate hausmeister_und wohnungsbau wohnungsgenoss bostadsratt brf$ borettslag woningcorporatie
      lettings_agent letting_agent houses_for_sale property_for_sale property_sales property_lettings
      ~valuation$ recently_sold residential_property commercial_property property_investment
      student_accommodation rental_homes homes_for_rent flats_to_rent real-estate serviced_office hot_desk
      hot_desks meeting_rooms private_offices shared_office wohnungen_zu mietwohnung eigentumswohnung
      grundstuck wertermittlung hausverkauf haus_verkaufen wohnungsgesellschaft wohnungsunternehmen
      weg-verwaltung burogemeinschaft agence_immo ~a_vendre achat_vente biens_a_vendre maisons_a_vendre
      appartements_a_vendre gestion_locative estimer$ chasseur_immob pisos_en_venta chalets en_venta$
      casas_en_venta viviendas_en alquiler_de_pisos pisos_y promotora_inmob administracion_de_fincas
      bienes_raices terrenos_en_venta case_in_vendita ~in_vendita$ vendita_case appartamenti_in_vendita
      agenzia_immob amministratore_di_condom amministrazioni_condom case_e_ville affitti$
      apartamentos_a_venda casas_a_venda mediacao_imob arrendamento$ alugar_casa administracao_de_condom
      huizen_te_koop woningen$ huurwoning ~te_koop$ vve-beheer aankoopmakelaar lagenhet hyresratt hyresgast
      hyra_ut bostader bostadsbolag kontorsplats bolig_til_salg boliger$ lejebolig andelsbolig boligselskab
      ejendomme$ ejendomsselskab boligforening utleiebolig bolig_til_leie leiligheter vuokra-asun asuntoja
      toimitila mieszkania$ nowe_mieszkan domy_na_sprzedaz agencja_nieruchom zarzadzanie_nieruchom
      inwestycje_mieszkan apartamenty_na_sprzedaz zarzadca_nieruchom realitni_kancel realitna_kancel
      prodej_bytu pronajem_bytu ~byty$ ~byt$ prodej_a_pronajem predaj_bytov developersk spravca_bytov
      elado_lakas elado_haz apartamente_de_vanzare vanzari_case agentie_imobil case_de_vanzare
      ansamblu_rezident администриране_на_имот агентство_недвиж квартиры$ квартир новостроик аренда_офис
      жилои_комплекс агентство_нерухом новобудов житлов_комплекс продажа_квартир апартаменти$
      продажба_на_имот агенция_за_имот наеми$ μεσιτικ πωλησεις_ακιν ενοικιασεις_ακιν διαμερισματα$ emlak
      ~satilik ~kiralik konut_projel 賃貸物件 マンション 売買物件 賃貸管理 房地产 房产 租房 楼盘 아파트_매매
      عقار شقق فلل للبيع_ايجار نقل_ملكية דירות נדל_ן תיווך דירות_למכירה agencija_za_nekret ~stanovi$
      prodaja_stanov prodaja_kuca najam_stan stanovanja$ upravljanje_stavb nekilnojamojo_turto butai$
      parduodami_but busto_nuoma nekustamais_ipas nekustamie dzivokli$ dzivoklu namu_apsaimniek korterid$
      korteri_muuk 宅地建物取引 宅建
    `,
  ],
  [
    "Real Estate",
    "B2C",
    `
      construction_company home_builder homebuilder ~construction$ constructora bauunternehm hausbau$
      bautrager ~baustelle constructeur_de_maison maison_individuelle impresa_edile costruzioni$ bouwbedrijf
      aannemer byggforetag byggfirma rakennusliike rakentam budowlan firma_budowlana 建設 工務店 remodel
      renovation$ renovations$ renovier hoch-_und_tiefbau stavebn stavby$ epitoiparo epitkez constructii
      case_modulare κατασκευαστικ строителств statyb ehitus gradnja gradevin gradben construcao construtora
      architekt architect$ architecture_studio agence_d_architecture maisons$ arquitetura architektonick
      maconnerie macon$ macons$ gros_oeuvre remodeling general_contractor edilizia$ construtora$
      construcao_civil insaat$ muteahhit строительств$ строительная 건설 인테리어 קבלן custom_homes
      remodels$ travaux_de_construction construction_specialise murer$ murerfirma murermester murare$
      muurari muurau будівельн будівництв строительные_работ архитект архітект αρχιτεκτον epitesz mimarlik$
      arkitektkontor tegnestue metselwerk metselbedrijf murarstw zednic zednicke komuvesmunka entreprenor$
      byggmastare byggmester tomrer_og byggeri$ bygg$ byggservice rakennuspalvelu rakennusurak anlaggning$
      grundarbete markarbete maanrakennus grunnarbeid zemni_prace foldmunka terraplenage excavation$
      earthworks строительная_компания buvniec buvdarb buvfirm buvuznem celtniec ehitust ehitusett kivitelez
      generalkivitelez lakasfelujit hazepit будівельна_компан remontowo-budowlan wykonczenia_wnetrz
      uslugi_remontow totaalrenovatie verbouwing renovatiewerk renovatiebedrijf betongarbet betongsag
      betonarbeit betonwerken markentrepren grondwerken zemljani_radov statybos_darb renovacij izvajanje_del
      generalny_wykonawc prace_ziemne rekonstrukce_byt rekonstrukcie_byt rekonstrukce_dom stavebni_firma
      saneeraus lisarakent talonrakent totalentrepren tilbygning ombygning spravovani_dom sprava_bytov
      sprava_domu$ tarsashazkezel nekustam svj$ building_contractor building_company building_services_contr
      extensions_and loft_conversion new_build roadworks civil_engineering_contr groundworks hochbau tiefbau
      strassenbau rohbau bauservice sanierung$ altbausanier umbau$ entreprise_generale_de_bat
      entreprise_du_batiment batiment$ travaux_publics travaux_de_renov extension_de_maison btp$ reformas$
      empresa_constructora construcciones$ obras_y albanil ristrutturazion lavori_edili impresa_di_costruz
      edile$ obras_publicas empreiteir bouwonderneming verbouwen nieuwbouw$ byggentreprenad byggnation
      renoveringar$ renovering$ tillbygg husbyggare byggefirma entreprenorfirma nybyggeri nybygg_og
      rehabilitering_av rakennustyo remontti remontit$ uudisraken saneeraukset firma_remontowa budowa_dom
      roboty_budowl remonty$ wykonczeni stavebni_prac stavebne_prac rekonstrukc vystavba_rod novostavb
      epitoipari felujitas csaladi_haz_epit mely_es_magasepit firma_de_construct constructii_civile
      renovari$ amenajari_inter ремонт_квартир отделка$ строительство_дом ремонт_под_ключ ремонтні_роботи
      будівництво_буд строеж строителна_фирм ремонт_на_апартам κατασκευες$ ανακαινισ οικοδομικ τεχνικη_εταιρ
      insaat tadilat yapi$ taahhut 建設会社 建設業 リフォーム 土木工事 住宅建築 建筑工程 装修 施工 건설회사
      리모델링 مقاولات بناء_وتشييد مقاول انشاءات שיפוצים קבלן_שיפוצ בניה adaptacije_stan gradbena_dela
      adaptacije$ statybu_imone remonto_darb remontdarb buvkompan renoveerim uldehitus
    `,
  ],
];
