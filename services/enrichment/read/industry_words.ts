/** Word beginnings that speak for an industry or a kind of company; `_` is a gap, otherwise regular expressions. */

export const INDUSTRIES: Readonly<Record<string, string>> = {
  "Software":
    "software saas cloud api developer platform devops database open_?source ai.?agent machine_learning programmier entwicklung app_entwicklung logiciel d[eé]veloppement_(web|logiciel) desarrollo_de_software sviluppo_software softwareontwikkeling programvara ohjelmisto oprogramowanie ソフトウェア システム開発 アプリ開発 mobile_apps? web_apps? it_services it_solutions deploy workflow automation crm cybersecurity game mobile_games videojuegos spieleentwickl",
  "Media":
    "media marketing advertis branding brand_identity seo\\b photograph fotograf photographe video film studio design_agency werbung werbeagentur grafik publicit[eé] agence_de_communication comunicaci[oó]n publicidad marknadsf[oö]ring reklam mainos markkinointi reklamow 広告 デザイン 写真 映像 content_creation social_media podcast magazine verlag publisher creative",
  "Finance":
    "bank financ insurance versicher invest payment zahlung kredit loan credit_card wealth asset_management accounting_firm steuerberat buchf[uü]hrung tresor schlie[sß]+fach assurance comptab pr[eê]t hipotec seguros contab assicuraz finanza verzeker hypothe boekhoud f[oö]rs[aä]kring redovisning bokf[oö]ring vakuutus tilitoimisto ubezpiecz ksi[eę]gow 保険 金融 会計 税理士 fintech kreditv[aä]rdig kreditupplysning",
  "Healthcare":
    "health medical clinic dental dentist hospital pharma therap physiother arzt\\b [aä]rzt praxis zahn klinik pflege gesundheit m[eé]decin sant[eé] cabinet_m[eé]dical salud cl[ií]nica m[eé]dic odont salute medico tandarts zorg fysio v[aå]rd h[aä]lsa tandl[aä]kare terveys hoito hammas l[aä][aä]k zdrow lekarz stomatolog 医療 病院 歯科 クリニック 介護 patient disability ndis diagnostic laborator veterin aged_care",
  "Education":
    "school education universit course training_academy learning tutor schule bildung kurse unterricht [eé]cole formation_professionnelle enseignement escuela educaci colegio scuola istruzione onderwijs opleiding utbildning skola koulu koulutus oppilaitos szko[lł] edukac 学校 教育 スクール kindergarten akademie student curriculum",
  "Real Estate":
    "real_estate realtor propert(y|ies)_(for|manage) apartments?.for immobili makler wohnung_mieten hausverwaltung agence_immobili[eè]re inmobiliar bienes_ra[ií]ces immobiliare agenzia_immobiliare makelaar vastgoed fastighet m[aä]klare kiinteist[oö] nieruchomo[sś]ci deweloper 不動産 賃貸 construction_compan homes_for_sale villas_for flats residential_project commercial_real brokerage tenant landlord leasing",
  "Manufacturing":
    "manufactur factory production_line industrial machine_building maschinenbau fertigung herstell fabrik produktion werkzeug fabrication usine fabricaci[oó]n f[aá]brica produzione azienda_produttrice meccanica fabrikant productie tillverk fabrik valmistus teollisuu konepaja produkcj produc(ent|tor) zak[lł]ad 製造 工場 メーカー metalw cnc\\b welding engineering_and elektronik steel component automation_systems plastic",
  "Retail":
    "store shop boutique retail h[aä]ndler gesch[aä]ft laden fachgesch verkauf magasin tienda negozio vendita winkel verkoop butik f[oö]rs[aä]ljning bilhandlare begagnade_bilar kauppa myym[aä]l[aä] myynti sklep sprzeda[zż] 販売 店舗 ショップ automat.*24/7 car_dealer autohaus jewell?er gallery furniture gift_shop vape",
  "Hospitality":
    "hotel restaurant caf[eé]s?\\b bars?\\b catering hostel apartment.*(pool|meerblick|sea) ferienwohnung ferienhaus g[aä]stezimmer pension gasthof vacation holiday_rental h[oô]tel chambre_d_h[oô]te gastronom restaurante alojamiento hospedaje albergo ristorante agriturismo b&b verhuur_vakantie restaurang boende vandrarhem ravintola majoitus restauracj noclegi 旅館 ホテル レストラン 宿泊 カフェ booking zimmer urlaub villa.*(pool|book)",
  "Energy":
    "energy solar photovolta wind_(power|turbine) electricit.*(supply|provider) strom erneuerbar w[aä]rmepumpe heizung.*energie [eé]nergie panneaux_solaires r[eé]novation_[eé]nerg[eé]tique energ[ií]a fotovoltaic energia energie zonnepanel warmtepomp energi solceller v[aä]rmepump aurinko energia fotowolta 太陽光 電力 エネルギー biogas heat_pump oil_and_gas petroleum",
  "Consulting":
    "consult beratung unternehmensberat advis(or|ory) coaching conseil cabinet_de_conseil consultor[ií]a asesor[ií]a consulenza adviesbureau advies konsult r[aå]dgivning konsultti konsultointi doradztw consultoria コンサル 支援 strategy_and audit.*tax suunnittelutoimisto ingenieurb[uü]ro engineering_office process_improvement recruitment staffing",
  "Legal":
    "law_firm lawyer attorney legal_(services|advice) rechtsanw kanzlei notar avocat cabinet_d_avocat juridique abogad bufete jur[ií]dic avvocat studio_legale advocat advocatenkantoor advokat juristbyr asianajaja lakiasia prawn(ik|icz|y) adwokat kancelari advogad 弁護士 法律事務所 行政書士 litigation immigration_law injury",
  "Logistics":
    "logistic transport freight shipping courier warehouse spedition lager umzug fracht d[eé]m[eé]nagement livraison transporte mudanza log[ií]stica trasport traslochi spedizion verhuiz vervoer autoverhuur frakt [aå]keri flytt kuljetus muutto spedycj przeprowadz 物流 運送 引越 moving_company fleet delivery_service car_rental van_hire",
  "E-commerce":
    "online_?shop e-?commerce webshop add_to_cart warenkorb in_den_warenkorb boutique_en_ligne panier tienda_online carrito negozio_online carrello winkelwagen varukorg verkkokauppa ostoskori sklep_internetowy koszyk 通販 カート free_shipping versandkosten marketplace",
};

export const COMPANY_TYPES: Readonly<Record<string, string>> = {
  "SaaS":
    "saas free_trial start_free sign_up_free get_started_free pricing_plans per_user per_month book_a_demo request_a_demo get_a_demo kostenlos_testen essai_gratuit prueba_gratis prova_gratuita gratis_proberen prova_gratis kokeile_ilmaiseksi wypr[oó]buj platform integrations changelog api_docs status_page",
  "Agency":
    "agency agentur agence agencia agenzia byr[aå] toimisto.*markkin agencja our_clients portfolio case_stud web_?design branding seo\\b digital_marketing kundenprojekte nos_r[eé]alisations outsourc software_development_compan app_development",
  "Non-profit":
    "non-?profit charit donat volunteer association foundation gemeinn[uü]tzig verein eingetragener_verein spenden ehrenamt association_loi b[eé]n[eé]vol fundaci[oó]n ong\\b sin_fines fondazione onlus volontari stichting vrijwillig ideell f[oö]rening hy[oö]dyllisy yhdistys fundacja stowarzyszenie 協同組合 組合 NPO 財団 社団法人 humane_society 501\\(c\\)",
  "Government":
    "municipal city_council stadtverwaltung gemeinde.*rathaus b[uü]rgerservice mairie commune_de ayuntamiento comune_di gemeente kommun(en|ens)? kommunfullm[aä]ktige kaupunki.*palvelut kunta urz[aą]d_(miasta|gminy) 市役所 町役場 ministry government_agency public_authority \\bstad\\b invånare",
  "E-commerce":
    "add_to_cart warenkorb online_?shop webshop panier carrito carrello winkelwagen varukorg ostoskori koszyk checkout free_shipping 通販 カート",
  "Marketplace":
    "marketplace marktplatz place_de_march[eé] sellers_and_buyers become_a_seller vendors list_your",
  "B2C":
    "for_you dein deine book_now jetzt_buchen buchen termin family familie private_customers privatkunden particuliers hogar familia privatpersoner kuluttaja home_owner patients students guests gäste members opening_hours [oö]ffnungszeiten öppettider bilar vacation booking_com reserv wedding kids children pets your_home personal_injury my_family",
  "B2B":
    "b2b enterprise business(es)? companies your_team unternehmen firmenkunden gesch[aä]ftskunden entreprises professionnels empresas aziende imprese bedrijven zakelijk f[oö]retag yritys yrityks firm[ay] dla_firm empresas 企業 法人 industrial supplier wholesale gro[sß]+handel clients teams organi[sz]ations",
};

/** schema.org types that settle the industry. */
export const SCHEMA_INDUSTRIES: Readonly<Record<string, readonly string[]>> = {
  "Software": ["SoftwareApplication", "WebApplication", "MobileApplication"],
  "Finance": ["FinancialService", "BankOrCreditUnion", "InsuranceAgency", "AccountingService"],
  "Healthcare": [
    "Dentist",
    "Physician",
    "MedicalClinic",
    "MedicalBusiness",
    "Hospital",
    "Pharmacy",
    "MedicalOrganization",
    "DiagnosticLab",
    "VeterinaryCare",
  ],
  "Education": ["School", "EducationalOrganization", "CollegeOrUniversity", "Preschool", "HighSchool"],
  "Real Estate": ["RealEstateAgent", "GeneralContractor", "HomeAndConstructionBusiness", "Residence"],
  "Retail": [
    "Store",
    "AutoDealer",
    "ClothingStore",
    "FurnitureStore",
    "JewelryStore",
    "HobbyShop",
    "FurnitureStore",
  ],
  "Hospitality": [
    "Hotel",
    "LodgingBusiness",
    "Restaurant",
    "CafeOrCoffeeShop",
    "BarOrPub",
    "VacationRental",
    "BedAndBreakfast",
    "FoodEstablishment",
  ],
  "Legal": ["Attorney", "LegalService", "Notary"],
  "Logistics": ["MovingCompany", "AutoRental"],
  "Media": ["NewsMediaOrganization"],
};

export const SCHEMA_COMPANY_TYPES: Readonly<Record<string, readonly string[]>> = {
  "Non-profit": ["NGO", "NonprofitOrganization"],
  "Government": ["GovernmentOrganization", "GovernmentOffice", "CityHall"],
  "E-commerce": ["OnlineStore"],
};
