/**
 * What companies do, branch by branch: the industry, the usual kind of company, and the words that speak for it in the
 * languages that we read. Words are without accents and begin a word of the page; `_` joins words, `$` or a `_` at the end ends one, `*`
 * stands for any beginning (German and Nordic compounds), `~` marks a word that others use too.
 */

export type Branch = readonly [industry: string, companyType: string, words: string];

export const BRANCHES: readonly Branch[] = [
  [
    "Software",
    "SaaS",
    "*software$ *ohjelmist* jarjestelma$ *jarjestelma$ transcri saas$ software ~platform ~app$ ~apps$ api$ apis$ ~cloud developers$ devops open_source ~workflow ~automat crm$ crm_ erp$ no-code low-code ~integrations sdk$ deploy logiciel programvara mjukvara ohjelmisto oprogramowani softver ソフトウェア クラウド アプリ programsko aplikac szoftver aplikatie softvera programine_iranga tarkvara λογισμικο софтуер програма$ pull_request pull_requests$ ~developer_tool 소프트웨어 *정보기술 it솔루션 תוכנה программное_обеспеч разработка_программ yazilim$ yazilim_ 软件",
  ],
  [
    "Software",
    "SaaS",
    "project_management task_management time_tracking helpdesk ~dashboard collaboration_tool password_manager identity_theft cybersecurity ~encryption vpn$ antivirus data_warehouse observability ai_agents ~llm machine_learning kunstliche_intelligenz ki-",
  ],
  [
    "Software",
    "Agency",
    "web_development app_development software_development softwareentwickl webentwickl appentwickl developpement_web developpement_d_applications desarrollo_web desarrollo_de_software sviluppo_web sviluppo_software webontwikkel webbutveckling systemutveckling webutvikling verkkosivu ohjelmistokehit tworzenie_stron strony_internetowe desenvolvimento_de_software システム開発 アプリ開発 web制作 ホームページ制作 it-dienstleist it_services it-support systemhaus managed_services wordpress_ landing_pages websites_for tvorba_webu tvorba_www webove_stranky tvorba_web weboldalkeszit dezvoltare_software izrada_web programiran κατασκευη_ιστοσελ изработка_на_сайт svetainiu_kurim desenvolvimento_web it-konsult it-partner it-drift ~helpdesk managed_it it_services it-services it_support managed_services computer_repair web_tasarim yazilim_gelistir разработка_сайт веб-разработк informatikai_szolgaltat servicii_it 웹개발 홈페이지_제작 בניית_אתרים bezpieczenstwa_komputer administracj_sieci serwis_komputer uslugi_informaty",
  ],
  [
    "Software",
    "B2C",
    "mobile_games video_game indie_game game_studio game_developer videojueg spieleentwickl jeux_video spelutveckl ゲーム開発 free-to-play",
  ],
  [
    "Media",
    "Agency",
    "ghostwrit freelance_writer freelance_journalist textbyra tekstforfatter tekstschrijver redacteur redactrice redator help-cent help_cent ux_writ marketing advertising werbeagentur ~werbung branding seo$ sem$ social_media publicidad agencia_de_ agence_de_communication agence_web pubblicita agenzia_di_comunicazione reclamebureau reklambyra markedsforing marknadsforing mainostoimisto markkinointi agencja reklam grafikdesign graphic_design webdesign web_design diseno_web disegno_grafico 広告 マーケティング campaigns lead_generation content_creation copywrit kommunikationsagentur reklamni_agentur reklamna_agentur reklamugynokseg agentie_de_publicitate διαφημ рекламн marketingova$ marketinska reklamnoe рекламн маркетинг$ reklam_ajans dijital_pazarlama 광고대행 마케팅 marketing_digital agencia_digital grafikai reklamstudio φωτεινες_επιγραφ",
  ],
  [
    "Media",
    "B2C",
    "photograph fotograf photographe fotografo valokuva 写真 カメラマン videograph videoproduktion video_production filmproduktion film_production drohnenaufnahm hochzeitsfoto wedding_photo portrat ~studio fotografie$ fenykep φωτογραφ фотограф fotografisk fotografci 사진관 фотосъемк",
  ],
  [
    "Media",
    "B2C",
    "episode$ episodes$ podcasts$ podcaster choir$ kammarkor koren$ korsang koor$ chorale$ coro$ coral$ chor$ kuoro concert$ concerts$ konsert koncert concierto concerto$ ensemble$ 合唱 演奏 magazine$ newspaper zeitung$ verlag podcast publisher publishing journal$ ~news radio$ editorial_ edition_ maison_d_edition uitgeverij forlag kustantam wydawnict 出版 musiker musician ~music band$ record_label orchest theater theatre kunstler artist$ illustrat casopis revista$ literary_ poetry_ ~fiction$ quarterly_ vydavatel kiado$ editura$ εκδοσεις издателство leidykl kirjastus",
  ],
  [
    "Finance",
    "B2C",
    "bank$ banks$ banking versicher insurance assurance_ assurances seguros$ assicuraz verzeker forsakring forsikring vakuutus ubezpiecz 保険 mortgage hypothek hypothe kredit$ kredite ~loan$ loans$ pret_immobilier prestamo bolan wealth_management vermogensverwalt ~invest investing pension_ finanzberat financial_planning financial_advis asset_management schliessfach wertschliess 銀行 金融 credit_union pojist poisten biztosit asigur ασφαλ застрахов draudim kindlustus seguro$ credito$ financiament credit_unions$ building_society savings_account current_account mortgages$ сбережен кредитн страхован sigorta$ sigortacilik 보험 대출 biztosit asigurari$",
  ],
  [
    "Finance",
    "B2B",
    "payment_gateway payments$ payment_processing betallosning zahlungsl fintech invoicing_ credit_check kreditupplysning betaal_ 決済 stablecoin checkout_solution acquiring",
  ],
  [
    "Finance",
    "B2B",
    "revisorer revision$ revisionsfirma rekenskap accountantskantoor fiduciari treuhand consulenza_fiscale advies_belasting tilintarkast bieglych bokholder bogholder steuerberat buchhalt accountant accounting_firm bookkeep tax_return comptable expertise_comptable contabil asesoria_fiscal commercialista boekhoud administratiekantoor redovisning bokforing regnskap tilitoimisto kirjanpito ksiegow biuro_rachunkowe 税理士 会計事務所 konyvel wirtschaftspruf fiduciair ucetnic uctovnic konyvelo contabilitate λογιστ счетовод apskait raamatupidam knjigovod racunovod expert-comptable asesoria_contable contabilidade regnskabs revisor$ tenue_de_comptabilite konyveloiroda konyveles konyvelo$ adotanacs szamvitel mali_musavir muhasebe$ бухгалтер аудитор 세무사 회계 רואה_חשבון ksiegowosc biuro_rachunkowe contabilidade$ escritorio_contabil λογιστικ contabilitate$",
  ],
  [
    "Healthcare",
    "B2C",
    "dentist dental zahnarzt zahnmedizin kieferorthop dentiste dentaire odontolog tandarts tandlak tandlege hammaslaak stomatolog 歯科 zubn stomato fogorvos fogaszat dentist$ οδοντ стоматолог зъболекар hambaravi zobozdrav clinica_dentaria dentaria$ implantolog ortodont стоматологи dis_hekim dis_klinig 치과 רופא_שיניים hammashoito stomatologi",
  ],
  [
    "Healthcare",
    "B2C",
    "clinic$ clinics$ hospital medical_cent doctor$ doctors$ arzt$ arzte$ arztin hausarzt facharzt praxis$ gemeinschaftspraxis *klinik$ medecin cabinet_medical sante$ clinica medico medica$ salute$ huisarts ~zorg$ vardcentral halso sjukvard legesenter laakari terveys przychodni lekarz 医院 クリニック 病院 patients$ patienten$ pazient pacient ordinac lekar$ lekarn orvos rendelo medic$ cabinet_medica ιατρ лекар gydytoj arst$ arstid lijecnik zdravnik 小児科 内科 皮膚科 眼科 診療 saude$ medicos$ 眼科 内科 診療 皮膚科 医院 병원 의원 한의원 клиника$ медицинск klinik$ klinigi hastane$ doktor$ poliklinik מרפאה מרפאת ordination$ orvosi rendelo$ alcolisti alcolist alkoholist transport_sanitarn ratownik",
  ],
  [
    "Healthcare",
    "B2C",
    "physiotherap physical_therap fysiotherap fysioterap kinesitherap fisioterap osteopath chiropract psychotherap psycholog counselling counseling heilpraktik ergotherap logopad massage$ massagepraxis hebamme midwi naturopath acupunct therapeut therapist 整骨院 整体 鍼灸 hypnos fyzioterap gyogytorna kineto φυσικοθεραπ физиотерап kinezitera fusioterap krankengymnast lymphdrain fisioterap fizjoterap fizioterap fizyoterap физиотерап 물리치료 פיזיותרפי gyogytorna osteopath osteopat",
  ],
  [
    "Healthcare",
    "B2C",
    "nursing_home aged_care home_care ndis$ disability_support pflegedienst *pflege$ altenpflege seniorenheim senior_living caregiv thuiszorg hemtjanst aldreomsorg kotihoito 介護 福祉 ~care_services",
  ],
  [
    "Healthcare",
    "B2B",
    "pharma$ pharmac biotech medtech medical_device medizintechnik diagnostic_ diagnostics$ laborator clinical_trial apotheke pharmacie farmacia apotek apteekki apteka 薬局",
  ],
  ["Healthcare", "B2C", "veterinar tierarzt tierklinik dierenarts veterinaire elainlaak weterynar 動物病院"],
  [
    "Education",
    "B2C",
    "school$ schools$ ~students$ university universit college$ kindergarten kita$ schule$ grundschule gymnasium$ ecole$ lycee$ colegio escuela$ scuola liceo$ onderwijs basisschool skola$ forskola barnehage koulu$ paivakoti szkola przedszkol 学校 幼稚園 保育園 montessori curriculum tuition skoly$ iskola scoala σχολ училищ mokykl skola_ kool$ escola$ okulu$ okullar szkola$ przedszkol iskola$ ovoda$ школа$ детский_сад 학교 학원 유치원 בית_ספר scuola$ szkolen colegio$ escola$",
  ],
  [
    "Education",
    "B2C",
    "online_course ~courses$ e-learning elearning training_cent akademie academy$ tutor nachhilfe sprachschule language_school fahrschule driving_school musikschule formation_professionnelle organisme_de_formation cours_de_ cursos$ corsi_di_ opleiding utbildning kurser$ koulutus szkolen kursy 塾 教室 講座 scuola_di_ musikunterricht tanzschule dance_school autoskola korkort trafikskola ajokoulu tutoring tutors$ sat_prep doucovan kurzy$ tanfolyam meditat φροντιστηρ курсове kursai koolitus lekcij musikskola musikskole lektioner music_lessons piano_lessons muziekles explicacoes kursus kursy$ egitim$ egitimi egitim_merkezi kurslar kurs$ курсы$ обучени 교육 קורסים szkolenia jezykow oktatas tanfolyam korepetycj",
  ],
  [
    "Real Estate",
    "B2C",
    "real_estate realtor realty$ property_management properties$ estate_agent apartments_for ~apartments$ immobili inmobiliaria makler$ maklerin hausverwalt *immobilien$ agence_immobiliere agenzia_immobiliare makelaar vastgoed fastighet maklare eiendom megler kiinteisto asunnot nieruchomosc deweloper 不動産 賃貸 homes_for_sale new_homes condo ~tenants$ ~landlord cowork coworking office_space letting_ nekretnin villas_for reality$ realitn nehnutelnost nemovitost ingatlan imobiliar ακινητ недвижим имоти nekilnojam kinnisvara nepremicnin imoveis imobiliaria estate_agents lettings$ urbanismo$ incorporacao incorporadora loteament imoveis$ imobiliaria corretor_de_imoveis nieruchomosc недвижимост emlak$ gayrimenkul 부동산 נדל apartments_for_rent apartment_communit luxury_apartment ingatlan$ imobiliare$ κτηματομεσιτ",
  ],
  [
    "Real Estate",
    "B2C",
    "construction_company home_builder homebuilder ~construction$ constructora bauunternehm hausbau$ bautrager ~baustelle constructeur_de_maison maison_individuelle impresa_edile costruzioni_ bouwbedrijf aannemer byggforetag byggfirma rakennusliike rakentam budowlan firma_budowlana 建設 工務店 remodel renovation_ renovations$ renovier hoch-_und_tiefbau stavebn stavby$ epitoiparo epitkez constructii case_modulare κατασκευαστικ строителств statyb ehitus gradnja gradevin gradben construcao construtora architekt architect$ architecture_studio agence_d_architecture maisons$ arquitetura architektonick maconnerie macon$ macons$ gros_oeuvre remodeling general_contractor edilizia$ impresa_edile construtora$ construcao_civil insaat$ muteahhit строительств$ строительная 건설 인테리어 קבלן custom_homes remodels$ travaux_de_construction construction_specialise",
  ],
  [
    "Manufacturing",
    "B2B",
    "drukarni tipografia imprimerie druckerei trykkeri tryckeri painotalo drukkerij tiskarna tlaciaren nyomda imprenta pellett leather_goods lederwaren maroquinerie marroquiner fustell die-cutting stampa_3d 3d-druck 3d_printing handicraft manufactur factory$ factories$ ~industrial maschinenbau anlagenbau hersteller$ ~herstellung fertigung$ produktionsanlag *werkzeugbau usine$ fabricant fabrication_de fabricante fabrica_ produzione_ produttore azienda_produttrice fabrikant productiebedrijf tillverk produsent valmista$ valmistus valmistaja konepaja produkcja$ producent 製造 工場 メーカー 金属加工 部品 proizvodnj gyart vyroba$ vyrobce vyrobca gyartas productie$ productor βιομηχαν παραγωγη производств gamyba$ gamina tootmine proizvodac fabrica$ fabrica_de 板金 プレス加工 加工$ 精密 nestandartini baldu_gamyb nabytek_na_miru saha$ sahatavara sagverk sawmill sagewerk scierie segheria jalostaa makina$ makinalari makine$ imalat imalati uretim$ uretmekte uretici fabrika$ fabrikasi производств завод$ изготовлен 제조 공장 制造 工厂 生产 ipari_gep gyartas gyarto$ vyroba$ vyrobce vyrobni produkcja$ producent$ producenta fabricacao industria_de wytwarz valmistaja$ παραγωγη$ βιομηχαν roll-up tillverkar 印刷 3d-drucker",
  ],
  [
    "Manufacturing",
    "B2B",
    "cnc$ welding ~steel$ metallbau stahlbau schlosserei metalworking metalurg carpinteria_metal serrurerie_ carpenteria_metallica svets$ svetsning smide konstruktionsbyra teras$ hitsaus spawan galvan injection_mold spritzguss kunststofftechnik plastics$ packaging verpackung emballage embalaj imballagg forpackning pakkau opakowan foundry giesserei metalomecanic serralharia slusarstw kovovyrob kaynak$ celik$ металлоконструкц сварк 금형 용접",
  ],
  [
    "Manufacturing",
    "B2B",
    "electronics_ elektronik$ semiconductor sensors$ robotics ~automation_systems automatisierungstechnik steuerungstechnik robotica elettronica componenti_ pumps$ valves$ ~components$ precision_ prazision drehteile machining textile_ textilherstell mobelherstell getriebe$ prazisionsgetriebe antriebstechnik zerspan prevodovk 電子 部品 elektronika$ monitors$ touchscreen touch_screen open_frame led_monitor 전자 반도체 電機 機器 измерительн プリンター プリンタ elektroniki$ automatyki automatyka$",
  ],
  [
    "Manufacturing",
    "B2C",
    "brewery brauerei brasserie_artisanale birrificio cerveceria brouwerij bryggeri panimo browar distillery brennerei destill winery weingut winzer vignoble domaine_viticole vins$ bodega$ cantina_vin vini$ wijngaard winnica 酒造 醸造 olive_oil aceite_de_oliva olio_extra manufaktur$ chocolatier rostere roastery pivovar sorfozde pincesz vinarstv vinarna berarie crama$ ζυθοποι οινοποι пивовар винарн alus_darykl vinska_klet craft_beer_ stouts$ weinbau weine$ rotwein riesling savonnerie savons$ 녹차 발효차 tea_garden",
  ],
  [
    "Manufacturing",
    "B2C",
    "holzbau$ zimmerei schreinerei tischlerei snickeri puuseppa stolarz menuiserie ebenister falegnam carpinter timmerbedrijf carpentry joinery custom_furniture mobel_nach_mass polster upholster keramik ceramic pottery truhlar stolar asztalos tamplar ξυλουργ дърводел baldai$ baldzius puusepatoo mizar$ sajatos woodworks$ woodworking cabinetry cabinets$ hand_crafted_furniture handcrafted_furniture mobilya$ мебель$ stolarstw meble_na_wymiar moveis_planejados 가구",
  ],
  [
    "Retail",
    "B2C",
    "~store$ ~stores$ ~shop$ boutique$ boutiques$ showroom ~retail fachgeschaft *geschaft$ laden$ ladengeschaft magasin$ tienda$ negozio$ winkel$ butik$ butikk kauppa$ myymala sklep$ 店舗 販売店 gift_shop gifts$ handmade_ gallery_ jewel juwelier schmuck bijouter joyeria gioielleri guldsmed kultasepp jubiler antique antiquit florist blumen$ fleurist bloemen blomster kukka kwiaciarni 花屋 bookshop buchhandl librairie obchod$ prodejna predajna uzlet$ bolt$ magazin$ καταστημα магазин parduotuv kauplus$ trgovin loja$ lojas$ strikkegarn garn$ magaza$ magazamiz nalburiye kirtasiye market$ магазин$ 매장 상점 loja$ lojas$ obchod$ prodejna$ uzlet$ bolt$ magazin$ κατάστημα καταστημα$ חנות$ artikuly_biurow materialy_eksploatacyjn hirdavat$ jardinerie$",
  ],
  [
    "Retail",
    "B2C",
    "car_dealer dealership used_cars autohaus gebrauchtwagen neuwagen concessionnaire vehicules_d_occasion concesionario coches_de_ocasion concessionaria auto_usate autobedrijf occasions$ begagnade_bilar bilhandlare bruktbil bilforhandler vaihtoauto autoliike samochody_uzywane salon_samochod 中古車 motorcycles$ motorrad fietsen fahrrad$ bike_shop vape$ vapes$ vending automaten$ furniture mobel$ mobelhaus muebles mobili$ arredament meubel meubles$ huonekalu meble$ 家具 optiker opticien optica$ eyewear brillen supermark grocer feinkost metzger fleischerei bouche charcuter carnicer macelleri slagerij clothing fashion mode$ kleidung$ vetements ropa$ abbigliament kleding klader auto_usate automobilist concessionari autosalon oto_galeri автосалон autokereskedes stand_de_automoveis carros_usados vente_de_bateaux bateaux$ jizdni_kola rowery$ kerekpar$ polkupyor bisiklet auto_nuove",
  ],
  [
    "Retail",
    "B2B",
    "wholesale grosshandel grossiste mayorista grossista groothandel grossist tukkukauppa hurtowni 卸売 代理店 商社 distributor$ distributors$ importer$ import-export trading_company office_supplies office_equipment 複合機 コピー機 オフィス用品 velkoobchod nagykeresked angro χονδρικ търговия_на_едро didmen hulgi veleprodaj atacado toptan$ dagitim$ bayiligi distributoru оптов$ оптовая hurtownia$ atacadista 도매 批发 dostaw_rurociag",
  ],
  [
    "Hospitality",
    "B2C",
    "ryokan 温泉 旅館 宿泊 民宿 ホテル お部屋 bike_rental bicycle_rental fahrradverleih fietsverhuur cykeluthyrning cykeludlejning location_de_velos alquiler_de_bicicletas noleggio_bici kanuverleih boat_rental hotel$ hotels$ hostel$ guesthouse bed_and_breakfast b&b$ gastezimmer gasthof gasthaus pension$ ferienwohnung ferienhaus ferienapartment holiday_rental vacation_rental holiday_home chambre_d_hote chambres_d_hotes gite$ gites$ camping campingplatz alojamiento hospedaje casa_rural albergo agriturismo appartamenti_vacan case_vacanz vakantiehuis vakantiewoning vandrarhem boende$ overnachtung ubernacht overnatting majoitus mokki$ mokit noclegi pokoje$ apartamenty resort$ apartmani smjestaj szallas apartma penzion ubytovani ubytovanie szalloda panzio cazare pensiune ξενοδοχ δωματια хотел хижа viesbut svecu_nam majutus hotell$ apartmaji alojamento pousada$ hospedagem lodge$ safari_lodge suites$ apartments_with otel$ oteli pansiyon konaklama гостиниц отель$ 펜션 숙박 מלון pokoj$ pokoje$ noclegi ubytovan szallas vendeghaz cazare pousada$ hospedagem δωματια$ ξενοδοχ",
  ],
  [
    "Hospitality",
    "B2C",
    "pekarn pekar$ pekarstv piekarni panaderia panificio forno$ padaria leipomo bageri$ bagare$ *bageri$ bakeri$ pan_artesano kvask surdej surdeg sourdough levain chleb$ chleba$ kolac restaurant ristorante restaurante ravintola restauracj レストラン 居酒屋 食堂 pizzeria bistro$ brasserie$ trattoria osteria taverna$ wirtshaus cafe$ cafes$ kafe$ kahvila kawiarni kaffee$ coffee_shop bakery backerei konditorei boulanger patisserie panader pasteleri pasticceri bakkerij bageri bakeri konditori パン屋 カフェ catering traiteur foodtruck food_truck eiscafe gelateri ~menu$ cocktail ~bar$ pub$ event_location hochzeitslocation wedding_venue restaurace restauracia etterem restaurante$ εστιατορ ταβερν ресторант kavarna$ kavine restoran$ gostiln cukrarn cukrasz cofetar wood-fired mezcal buschenschank pierogarni pierogi pierogow jadlodajn restauracja$ restauracji lokanta$ kebap doner$ dondurma pastane restoran ресторан$ кафе$ 식당 카페 מסעדה etterem kavezo cukraszda lanchonete$ pizzaria$ confeitaria hamburgueria εστιατορι restaurace$ hospoda$ vinar food_truck catering",
  ],
  [
    "Hospitality",
    "B2C",
    "travel_agency tour_operator guided_tours ~tours$ reiseburo reiseveranst agence_de_voyage agencia_de_viajes agenzia_viaggi reisebureau resebyra matkatoimisto biuro_podrozy 旅行 excursion sightseeing safari$ yacht_charter boat_rental bootsverleih cestovni_kancelar cestovna_kancelaria utazasi agentie_de_turism ταξιδιωτικ туристическ kelioniu reisiburoo turisticna agencia_de_viagens game_drives turizm$ tur_sirket туристическ туры$ 여행사 여행 agencia_de_turismo utazasi_iroda location_de_bateau marina$ zajezd",
  ],
  [
    "Energy",
    "B2C",
    "photovolta solar$ solar_ solaranlag panneaux_solaires installateur_photo placas_solares fotovolta energia_solar zonnepan solcell solpanel aurinkopaneel aurinkosahko 太陽光 heat_pump warmepump pompe_a_chaleur pompa_di_calore warmtepomp varmepump lampopump pompy_ciepla renovation_energetique ev_charging wallbox$ ladestation borne_de_recharge laddbox solarni fotovoltaick solarn$ napelem napkollektor panouri_solare φωτοβολτ соларн saules_elektrin paikesepaneel soncne_elektrarn solar_panels tepelna_cerpadla hoszivattyu gunes_enerji солнечн 태양광 energia_solarna instalacje_fotowolta fotowoltaik napelemes",
  ],
  [
    "Energy",
    "B2B",
    "energy_ energie$ energies$ energia$ energi$ energetik electricite_ gas_supply power_plant stromanbieter stadtwerke energieversorg energieberat wind_farm windkraft eolien eolic biogas hydrogen wasserstoff oil_and_gas petroleum renewable erneuerbar elbolag elnat sahkoyhtio 電力 ~kwh$ trop-percus factures_d_energie efficacite_energetique",
  ],
  [
    "Consulting",
    "B2B",
    "consulting consultancy ~consultants$ unternehmensberat *beratung$ ~berater$ cabinet_de_conseil conseil_en_ consultoria$ consultora asesoria$ consulenza adviesbureau ~advies$ radgivning konsult$ konsulter$ konsultbolag konsulttitoimisto konsultointi doradztwo doradcz コンサルティング コンサル strategy_and transformation_ business_solutions change_management process_improvement interim_manag audit_ poradenstv tanacsad consultanta συμβουλευτικ консулт konsultavim nous_noustam svetovanj advisory$ advisors$ procurement_ succession_ sourcing_ auditing consulenza_sap sap_consult process_improvement software_engineering_consult danismanlik консалтинг консультац 컨설팅 ייעוץ tanacsad tolmacs forditas forditoiroda translation_services ubersetzung$ dolmetsch",
  ],
  [
    "Consulting",
    "B2B",
    "recruteur trouver_un_emploi offres_d_emploi job_board jobborse stellenborse portal_de_empleo ofertas_de_empleo offerte_di_lavoro annunci_di_lavoro 求人情報 転職 coaching ~coach$ executive_coach business_coach leadership_ recruit staffing headhunt personalvermittl personalberat zeitarbeit recrutement interim$ seleccion_de_personal rekryter bemanning rekrytointi rekrutacj 人材 ingenieurburo engineering_consult bureau_d_etudes ingenieria$ ingegneria$ ingenieursbureau suunnittelutoimisto architekt architecte arquitect architett architecten arkitekt arkkitehti 設計事務所 建築士 interior_design innenarchit staffing_firm job_seekers rekrutacja$ agencja_pracy zaposljavan 채용 insan_kaynaklari",
  ],
  [
    "Legal",
    "B2C",
    "law_firm lawyer attorney legal_services legal_advice solicitor barrister rechtsanwalt anwaltskanzlei kanzlei$ fachanwalt notar$ notariat avocat$ avocats$ avocate$ cabinet_d_avocat abogad bufete estudio_legal estudio_juridico despacho_juridico avvocat studio_legale advocaat advocat advokat juristbyra jurist$ asianajo lakitoimisto lakiasiain adwokat radca_prawny kancelaria_ advogad 弁護士 法律事務所 行政書士 司法書士 litigation personal_injury immigration_law derecho_ reclamac advokatni advokatska ugyved jogi$ avocatura cabinet_de_avocat δικηγορ адвокат advokatu_ advokaadi odvjetni odvetni advocacia attorneys$ avukat avukatlik hukuk_buro юрист$ адвокат юридическ 변호사 법무법인 עורכי_דין עורך_דין דיני_עבודה ugyved ugyvedi advocacia$ escritorio_de_advocacia pravnik advokatni injury_lawyer δικηγορ",
  ],
  [
    "Logistics",
    "B2B",
    "logistics logistik$ logistiek logistica logistique freight$ shipping_ courier$ spedition spedit warehous lagerhalt lagerung transport$ transports$ transporte$ transporter$ trasporti$ transportbedrijf akeri$ fragt frakt$ kuljetus kuljetuksi spedycj fracht 物流 運送 運輸 trucking haulage preprava$ doprava$ fuvaroz szallitmanyoz transporturi logistic$ μεταφορ логистик превоз transportas vezejmas veod$ prijevoz prevoz$ frete$ fletes$ carga$ transportadora transporte_de_carga entreposage dedouanement autokran schwertransport kranservice *transport$ *transporten$ koeltransport kuljetusliike nakliyat$ nakliye tasimacilik$ depolama$ сборн_груз сборные_груз грузы$ перевозк$ доставка_груз логистич 물류 택배 운송 corriere$ fuvarozas transporte_de_cargas transportadora$ spedycja$ transport_miedzynarod kargo$ lager$ doprava_a lojistik$ servizi_espressi trasporti_e consegne$",
  ],
  [
    "Logistics",
    "B2C",
    "moving_company removals$ umzug$ umzuge umzugs demenagement mudanzas traslochi verhuiz flyttfirma flytthjalp flyttebyra muutto$ muuttopalvelu przeprowadzk 引越 car_rental car_hire van_hire rent_a_car autovermiet mietwagen location_de_voiture alquiler_de_coches autonoleggio autoverhuur biluthyrning bilutleie autovuokra wypozyczalnia_samochod taxi$ taxis$ chauffeur limousine airport_transfer flughafentransfer autovuokraamo autonvuokraus arac_kirala oto_kirala прокат_авто 렌터카 השכרת_רכב autokolcsonz aluguel_de_carros inchirieri_auto wynajem_samochod evden_eve",
  ],
  [
    "E-commerce",
    "E-commerce",
    "online_shop onlineshop webshop online_store ~add_to_cart ~in_den_warenkorb ~ajouter_au_panier boutique_en_ligne tienda_online ~anadir_al_carrito negozio_online ~aggiungi_al_carrello ~in_winkelwagen natbutik nettbutikk e-handel verkkokauppa ~lisaa_ostoskoriin sklep_internetowy ~dodaj_do_koszyka 通販 ネットショップ ~カートに ~free_shipping ~versandkostenfrei loja_online webshop_ e-shop eshop internetovy_obchod webaruhaz magazin_online ηλεκτρονικο_καταστημα онлайн_магазин el_parduotuv e-pood spletna_trgovin ~do_kosiku ~do_kosika ~kosarba ~adauga_in_cos ~lae_i_kurv ~laeg_i_kurv ~cart$ ~panier$ ~indkobskurv ~handlekurv ~warenkorb ~varukorg fri_fragt doprava_zdarma livraison_offerte best_sellers powered_by_shopify drevet_af_shopify ~winkelwagen ~ostoskori ~koszyk$ ~carrito ~carrello ~kosik$ ~kundvagn internetovy_obchod internetovym_obchod kosik$ do_kosiku 장바구니 통신판매업 쇼핑몰 интернет-магазин интернет_магазин корзина$ sepete_ekle alisveris webaruhaz kosarba magazin_online cos_de_cumparaturi carrinho$ adicionar_ao_carrinho סל_קניות ηλεκτρονικο_κατάστημα καλάθι online-obchod on-line_obchod skladem$ skladom$",
  ],
  [
    "Other",
    "Non-profit",
    "nonprofit non-profit charity$ charities donate$ donations$ ~volunteer gemeinnutzig spenden$ spende$ *verein$ ehrenamt association_loi_1901 benevol adherent$ fundacion$ ong$ sin_fines_de_lucro onlus$ volontari fondazione associazione_ stichting$ vrijwilliger$ anbi$ ideell_forening foreningen$ *forening$ hyvantekev yhdistys$ *yhdistys$ fundacja stowarzyszeni darowizn npo法人 一般社団法人 財団法人 協同組合 humane_society animal_shelter 501(c) mission$ ngo$ tierheim tierschutz rescue_ udruga egyesulet neziskov obcianske_zdruzenie alapitvany egyesulet$ asociatia fundatia μη_κερδοσκοπ сдружение фондация viesoji_istaig mtu$ zdruga drustvo$ young_carers fundrais funders$ trustees$ ry$ associacao_ ong_ dernek$ dernegi vakif$ vakfi благотворит некоммерч 비영리 후원 עמותה egyesulet$ alapitvany$ spolek$ nadace$ fundatia asociatia kylayhdist volontariato$ associazione_di_volontariato",
  ],
  [
    "Other",
    "Non-profit",
    "church$ kirche$ kirchengemeinde parish gemeindebrief paroisse eglise$ parroquia iglesia$ parrocchia chiesa$ kerk$ kyrka$ forsamling seurakunta parafia kosciol gottesdienst worship mosque synagog temple$ 教会 sportverein fussballverein turnverein football_club club_sportif fotbollsklubb idrottsforening idrettslag urheiluseura klub_sportowy feuerwehr schutzenverein musikverein",
  ],
  [
    "Other",
    "Government",
    "municipality city_council county_council city_of_ stadtverwaltung rathaus$ burgerservice landkreis mairie$ conseil_municipal ayuntamiento comune_di_ sindaco$ gemeente_ gemeentelijk kommun$ kommunen$ kommune$ kommunfullmakt kunta$ kaupunki$ kaupungin gmina$ urzad_ miasto_ 市役所 町役場 村役場 ministry_of government_ public_authority behorde arsredovisning_ prefeitura camara_municipal town_of_ mestsky_urad obecni_urad polgarmester primaria$ δημος$ община$ savivaldyb vald$ obcina$ opcina$ select_board town_hall town_clerk official_website_of building_permit",
  ],
  [
    "Other",
    "B2C",
    "electrician elektriker elektroinstall elektrotechnik electricien electricista elettricista elektricien elinstallat elfirma sahkoasennus elektryk plumb sanitar$ sanitartechnik heizungsbau plombier chauffagiste fontaner idraulic loodgieter rormok$ vvs$ rorlegg putkimies lvi$ hydraulik$ roofing dachdeck couvreur toiture tejado dakdekker taklaggare takarbete maler$ malerbetrieb malermeister peintre_en pintor$ imbianchin schilder$ malare$ maalaus fliesenleger tiler$ carrel locksmith schlusseldienst serrurier handwerk handyman hausmeisterservice electrical_inspection elkontroll handverk hvac$ air_conditioning klimatechnik instalater vodoinstal elektroinstal villanyszerel instalatii_ υδραυλικ електро elektrik$ santechnik torulukksepp climatizac heating_and air_conditioner klimatiza климати κλιματιστ furnace$ duct_cleaning heizung$ badsanierung varmepumpe elektrikci elektryczn elektromontaz электромонтаж 전기공사 villanyszerel eletricista cesarstw kominictv kominik$ kominy$ gutters$ copper_roof sahkourakoint sahkosuunnittel sahkotyo",
  ],
  [
    "Other",
    "B2C",
    "cleaning_service gebaudereinig reinigung$ nettoyage limpieza$ pulizie schoonmaak stadfirma stadning renhold siivous sprzatani 清掃 pest_control schadlingsbekampf desinsect deratis plagas$ disinfestaz ongedierte skadedjur tuholais deratyz landscap gartenbau garten-_und paysagiste jardin$ jardiner giardin hovenier tradgard anleggsgartner puutarha ogrodnic 造園 tree_service baumpfleg arbor security_services sicherheitsdienst funeral bestattung pompes_funebres begravning hautaus waste_ entsorgung entrumpel recycling$ containerdienst uklid upratovan takarit curatenie καθαρισμ почистван valym koristus ciscen tuinaanleg tuinontwerp bestrating$ gartengestaltung zahradn kertepit temizlik$ uborka уборк$ клининг 청소 takaritas limpeza$ spazi_verdi giardini$ czyszczen uklid$ peyzaj schoonmaakbedrijf schoonmaakpartner jardinagem",
  ],
  [
    "Other",
    "B2C",
    "hairdress hair_salon barber friseur coiffeu peluquer parrucchier kapper$ kapsalon frisor kampaamo fryzjer 美容室 美容院 beauty_salon kosmetikstudio kosmetikinstitut institut_de_beaute estetica$ schoonheidssalon hudvard kauneushoitola nail_ tattoo spa$ wellness gym$ fitness fitnessstudio personal_train crossfit yoga$ pilates salle_de_sport gimnasio palestra sportschool gym_ kuntosali silowni martial_arts kampfsport karate judo tennis$ golf$ reitstall reiterhof horse_riding tanzen kadernict fodrasz coafor κομμωτηρ фризьор kirpykl juuksur frizersk cabeleireir guzellik_salon kuafor$ парикмахер салон_красоты 미용실 네일 fodraszat szepsegszalon salao_de_beleza barbearia$ kosmetolog kadernictv κομμωτηρ",
  ],
  [
    "Other",
    "B2B",
    "farm$ farms$ farming agricultur agriculture landwirt bauernhof hofladen ferme$ exploitation_agricole finca$ ganader agricola$ azienda_agricola boerderij akkerbouw lantbruk jordbruk gardsbutik maatila maatalous gospodarstwo_rolne 農園 農業 forestry forestal forstbetrieb skogsbruk skogbruk metsa$ metsatalous lesnictw poultry livestock fishery aquacultur beekeep imkerei honig$ tarim$ ciftlik фермер сельхоз 농장 농업 mezogazdas agro$ gospodarstw zemedel pulverizacao produtores_rurais lavoura$ lavouras$ elagage elagueur",
  ],
  [
    "Other",
    "B2B",
    "water_treatment tratamiento_de_agua wasseraufbereit abwasser traitement_des_eaux trattamento_acque environmental_ umwelttechnik medioambient milieutechniek surveying vermessung geometra landmeter mining$ mineria bergbau aerospace luftfahrt shipbuild werft research_institute forschungsinstitut institut_de_recherche",
  ],
  [
    "Other",
    "B2C",
    "car_repair auto_repair kfz-werkstatt autowerkstatt werkstatt$ karosserie garage_automobile carrosserie taller_mecanico autofficina carrozzeria autogarage bilverkstad verkstad$ bilverksted autokorjaamo warsztat_samochod 自動車整備 車検 car_wash fahrzeugaufbereit detailing wedding_planner hochzeitsplan event_planning eventagentur eventmanag dj$ entertainment_ zauberer childcare tagesmutter dog_training hundeschule hundetrain pet_sitting pet_adoption museum$ musee$ museo$ theme_park freizeitpark escape_room collision_repair body_shop auto_body dent_removal automaalaamo automaalau kolarikorjau peltityo autohuolto officina_specializzata oto_tamir oto_servis автосервис 자동차정비 autoszerviz autojavit oficina_mecanica autoservis$ warsztat$ serwis_jachtow",
  ],
];

/** Signs of how a company sells, whatever it does. */
export const TYPE_SIGNS: Readonly<Record<string, string>> = {
  "SaaS":
    "free_trial start_free start_for_free sign_up_free get_started_free try_for_free pricing_plans per_user per_seat per_month$ book_a_demo request_a_demo get_a_demo kostenlos_testen essai_gratuit prueba_gratis prova_gratuita gratis_proberen prova_gratis gratis_provperiod kokeile_ilmaiseksi wyprobuj_za_darmo changelog$ status_page api_docs integrations$ 無料トライアル 無料で始める teste_gratis vyzkousejte_zdarma vyskusajte_zdarma probald_ki incercare_gratuita δωρεαν_δοκιμη безплатен_пробен signup$ sign_up$ changelog webhooks start_free_trial all_plans /month por_mes mes$ log_in$",
  "Agency":
    "our_clients our_work case_studies ~portfolio$ agency$ agentur$ agence$ agencia$ agenzia$ byra$ reklambyra toimisto$ agencja$ unsere_projekte referenzen$ nos_realisations nos_clients nuestros_clientes nuestro_trabajo i_nostri_clienti onze_klanten vara_kunder asiakkaamme nasi_klienci full-service_ 制作実績",
  "Non-profit":
    "donate$ donate_now donation volunteer$ our_mission charity$ registered_charity nonprofit non-profit gemeinnutzig e.v$ e._v spenden$ mitglied_werden association_loi benevoles faire_un_don donar$ hazte_socio dona_ora sostienici doneer$ bli_medlem skank_ lahjoita liity_jaseneksi wesprzyj_nas 寄付 会員募集 組合員",
  "Government":
    "city_council stadtverwaltung rathaus mairie$ ayuntamiento gemeente_ kommunfullmakt kommunens kaupungin_palvelut urzad_miasta urzad_gminy 市役所 ministry_of ministerium fylkeskommune region_ amministrazione_trasparente invanare",
  "E-commerce":
    "add_to_cart in_den_warenkorb warenkorb$ ajouter_au_panier panier$ anadir_al_carrito carrito$ aggiungi_al_carrello carrello$ winkelwagen varukorg kundvagn handlekurv indkobskurv ostoskori koszyk$ カートに入れる ショッピングカート free_shipping versandkostenfrei livraison_gratuite envio_gratis spedizione_gratuita gratis_verzending fri_frakt ilmainen_toimitus shopping_cart your_cart checkout$",
  "Marketplace":
    "marketplace marktplatz place_de_marche become_a_seller sell_on buyers_and_sellers list_your_ ~vendors$ verkaufer_werden",
  "B2C":
    "private_customers privatkund particuliers$ particulares$ privati$ particulier$ privatpersoner privatkunder yksityisasia kuluttaj klienci_indywidualni 個人のお客様 opening_hours offnungszeiten oppettider apningstider aukioloajat horaires$ orari$ openingstijden godziny_otwarcia 営業時間 book_now jetzt_buchen buchen$ reserver$ reservar$ prenota$ boka$ varaa$ zarezerwuj your_family your_home homeowner kinder$ kids$ familie$ famille$ familia$ famiglia familj perhe gaste$ guests$ termin_vereinbaren prendre_rendez-vous pedir_cita gift_card gutschein visitors$ visit_us homes$ homeowners$ members$ check-in$ reservations$ donate_ otviraci_doba otvaracie_hodiny nyitvatartas program_de_lucru ωραριο работно_време darbo_laikas avatud$ radno_vrijeme delovni_cas rezervace rezervac foglalas rezervari κρατησ резервац broneer pokoj pacient marcac marcar_consulta terrasse private$ privat$ alle_kassen rodinn csalad",
  "B2B":
    "b2b$ enterprise$ enterprises$ ~businesses$ ~companies$ ~clients$ wholesale gewerbekund geschaftskund firmenkund unternehmen$ entreprises$ professionnels$ empresas$ aziende$ imprese$ bedrijven$ zakelijk foretag$ foretagskund bedrifter$ virksomheder yrityksille yritykset firm$ dla_firm 企業 法人 お客様企業 industrial_ suppliers$ distributors$ grosshand grossist tukku oem$ your_team teams$ your_business ~solutions$ bedriftskunder firmy$ cegek$ companii$ επιχειρησ фирми$ imonems ettevot pme$ pymes$ autonomos$ pmes$ empreendedor industriekund maschinenbau suppliers clients_include buyers$ retailers$ manufacturers$ contractors$ 量産 試作 yrityst yrittajia",
};
