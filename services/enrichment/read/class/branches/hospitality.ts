/** Where people sleep, eat and travel to. */
import type { Branch } from "./branch.ts";

export const HOSPITALITY: readonly Branch[] = [
  [
    "Hospitality",
    "B2C",
    `
      ryokan 温泉 旅館 宿泊 民宿 ホテル お部屋 bike_rental bicycle_rental fahrradverleih fietsverhuur
      cykeluthyrning cykeludlejning location_de_velos alquiler_de_bicicletas noleggio_bici kanuverleih
      boat_rental hotel$ hotels$ hostel$ guesthouse bed_and_breakfast b&b$ gastezimmer gasthof gasthaus
      pension$ ferienwohnung ferienhaus ferienapartment holiday_rental vacation_rental holiday_home ~cottage$
      number_of_guests check-in_date
      chambre_d_hote chambres_d_hotes gite$ gites$ camping campingplatz alojamiento hospedaje casa_rural
      albergo agriturismo appartamenti_vacan case_vacanz vakantiehuis vakantiewoning vandrarhem boende$
      overnachtung ubernacht overnatting majoitus mokki$ mokit noclegi pokoje$ apartamenty resort$ apartmani
      smjestaj szallas apartma penzion ubytovani ubytovanie szalloda panzio cazare pensiune ξενοδοχ δωματια
      хотел хижа viesbut svecu_nam majutus hotell$ apartmaji alojamento pousada$ hospedagem lodge$
      safari_lodge suites$ apartments_with otel$ oteli pansiyon konaklama гостиниц отель$ 펜션 숙박 מלון
      pokoj$ ubytovan vendeghaz δωματια$ *hotel$ *hotels$ *hotell$ hotelli$ хостел готел мотел motel$
      motels$ motell$ μοτελ gaestehus gastehaus gasthus$ majatalo pensjonat ξενωνα affittacamere rifugio$
      refuge_de_montagne berghutte berghuette vandrerhjem ostello jugendherberg jeugdherberg auberge$
      turistaszallo schronisko_gorsk horska_chata campsite campground kemping leirinta campeggio taboriste
      autocamp stellplatz rv_park キャンフ場 sommerhus$ ferielejlighed feriebolig feriehus mokkivuokra
      lomamokki stugor$ stugby holiday_cottage self-catering location_de_vacances vakantiehuiz domki_letn
      domki$ nyaralo$ къща_за_гости гостевои_дом гостьов konuk_evi location_saisonniere viesu_nam viesnic
      kaimo_turizm sodyba$ sodybos$ nakvyn puhkemaja puhketalu kulalistemaja kuca_za_odmor turisticna_kmetij
      nocitv ενοικιαζομεν καταλυμα maja_rent maja_uuri suvila puhkus_saar chata_na_prenajom chata_k_pronajmu
      pronajem_chat prenajom_chat chalupa$ chaty_a_chalup mokin_vuokra domki_nad vikendic brivdienu_maj
      atputas_vieta nomas_maja vila_za_odmor villa_rental location_de_chalet ~rooms$ holiday_let guest_house
      glamping fremdenzimmer ~zimmer$ ferienhof unterkunft chambres$ hebergement$ gite_rural
      locations_de_vacances maison_d_hotes habitaciones$ posada$ ~camere$ casa_vacanze alloggi$ ~quartos$
      acomodacoes turismo_rural kamers$ overnachten_in logies stuguthyrning logi$ boende_i overnatning
      sommerhus vaerelser$ hytter$ hytteutleie gjestehus ~huoneet$ mokkivuokr lomamok domki_letnisk
      agroturystyk kwatery$ pokoje_goscin chaty$ ~izby$ ~szobak$ nyaralo camere_de cabana$ база_отдыха
      мини-отель номери$ садиба$ база_відпоч стаи$ семеен_хотел настаняв διαμονη$ odalar$ bungalov
      ヘンション 民泊 客室 客房 酒店 住宿 فندق غرف$ شاليه منتجع צימר אירוח ~sobe$ nastanitev sobe$
      turisticna_kmet gostisce ~kambariai apgyvendin vila$ naktsmitnes viesu_nams ~toad$ puhkekulа
    `,
  ],
  [
    "Hospitality",
    "B2C",
    `
      pekarn pekar$ pekarstv piekarni panaderia panificio forno$ padaria leipomo bageri$ bagare$ *bageri$
      bakeri$ pan_artesano kvask surdej surdeg sourdough levain chleb$ chleba$ kolac restaurant ristorante
      restaurante ravintola restauracj レストラン 居酒屋 食堂 pizzeria bistro$ brasserie$ trattoria osteria
      taverna$ wirtshaus cafe$ cafes$ kafe$ kahvila kawiarni kaffee$ coffee_shop bakery backerei konditorei
      boulanger patisserie panader pasteleri pasticceri bakkerij bageri bakeri konditori ハン屋 カフェ
      catering traiteur foodtruck food_truck eiscafe gelateri ~menu$ cocktail ~bar$ pub$ event_location
      hochzeitslocation wedding_venue restaurace restauracia etterem restaurante$ εστιατορ ταβερν ресторант
      kavarna$ kavine restoran$ gostiln cukrarn cukrasz cofetar wood-fired mezcal buschenschank pierogarni
      pierogi pierogow jadlodajn restauracja$ restauracji lokanta$ kebap doner$ dondurma pastane restoran
      ресторан$ кафе$ 식당 카페 מסעדה kavezo cukraszda lanchonete$ pizzaria$ confeitaria hamburgueria
      εστιατορι restaurace$ hospoda$ shawarma kebab kebabs$ falafel sushi$ burger$ burgers$ *burgeri$ pizza$
      pizzas$ street_food streetfood imbiss$ snackbar frituur friterie creperie ramen$ ラーメン 焼肉 寿司
      takeaway take_away take-away takeout lunchbuffet lounas$ lounaslista brunch$ menu_del_dia plat_du_jour
      dagens_lunch smorrebrod kaffebar espresso_bar kaffeehaus coffeehouse coffee_roast шаурм суши$ пиццери
      пицца$ *restaurant$ *ravintola$ *restaurang$ *restaurangen$ *etterem$ steakhouse churrascari asador$
      parrilla$ grillrestaurant kneipe$ kocsma sorozo$ cocktailbar weinbar wine_bar taproom brewpub caterer
      traiteurs$ partyservice pitopalvel cateringservice кеитеринг банкет 仕出し eisdiele eissalon
      eismanufaktur glaces_artisanal heladeri geladari ijssalon jaatelo lodziarni fagylalt inghetat морожен
      ice_cream cafeteria$ caffe$ caffetteri кавярн кофеин καφετερ cafenea kavezo$ 喫茶 珈琲 bager$ bageren
      bageriet pekseg brutari φουρν пекарн хлебопек firin$ pastelari cukierni cukrarstv πατισερ сладкарн
      кондитер confiseri schnellimbiss comida_rapida snabbmat pikaruok gyorsetter obcerstven ταχυφαγ
      фаст-фуд hamburgues hamburger$ gastwirtschaft speisekarte carte_des_menus edinic kafejnic kepykl
      kohvik soogikoht toitlust konoba$ slasticar slascicar pekara$ maiznic konditorej banket$ svadbena_sala
      selskapslokal selskabslokal bryllupslokal festlokal forsamlingshus mad_ud_af_huset festvaning
      brollopslokal juhlatila juhlapalvel sale_weselne sala_weselna svatebni_misto rendezvenyhelysz
      sala_de_evenimente salle_de_reception salon_de_bodas location_matrimoni feestzaal trouwlocatie 蕎麦
      手打ち うとん ~menus$ sunday_lunch book_a_table private_dining small_plates dining_room ~kitchen$
      ~eatery gastropub public_house ~dinner$ tasting_menu tisch_reservieren biergarten ~kuche$ mittagstisch
      gaststatte imbiss lieferservice_pizza a_la_carte plats_a_emporter table_d_hotes menu_du_jour
      cuisine_maison bistrot ~carta$ tapas raciones taberna meson comida_casera comidas$ marisqueria asador
      cafeteria ~cucina$ menu_di piatti$ asporto ementa$ cardapio petiscos tasca$ ~cozinha$ comida$
      lanchonete menukaart eetcafe eethuis reserveer_een_tafel lunchroom afhaal ~meny$ boka_bord restaurang
      krog$ lunchmeny menukort spisested bestil_bord spisehus restaurant_og gatekjokken ruokalista
      poytavaraus jidelni hospoda obedy$ denni_menu polevky denne_menu jedalny_listok bar_mleczny obiady$
      ~kuchnia$ przystawki etlap$ vendeglo bisztro napi_menu asztalfoglal meniu$ restaurant_cu mancare
      rezerva_o_masa меню$ ресторан столов доставка_еды суши пицц кав_ярн кава$ сніданк ідальн
      резервираи_маса механа пицария μεζεδ μενου$ ουζερι ψητοπωλ lokanta kahvalti meyhane お品書き ~メニュー
      宴会 ランチ 料理 そは 餐厅 ~菜单 美食 餐饮 火锅 레스토랑 مطعم مطاعم قايمة_طعام مقهى ماكولات ~תפריט
      בית_קפה קייטרינג jelovnik konoba jela_po restavracij jedilnik patiekal edienkarte pusdienas menuu
      lounapakk tordid$ cakes$ cake$ taart$ tartas$ torty$ tort$ cukraren торты торти ζαχαροπλαστ tatlici
      ケーキ 洋菓子 蛋糕 베이커리 케이크 حلويات מאפיה konditer tortai tortes$ kook$ koogid kakut$ kakku
      leivonn tartor$ kager$ kaker$ kakor$
    `,
  ],
  [
    "Hospitality",
    "B2C",
    `
      boat_charter fishing_charter fishing_trip safari_tour trekking$ umrah$ hajj$ tour_package
      paquetes_turist paket_wisata
      travel_agency air_tour tour_operator guided_tours ~tours$ reiseburo reiseveranst agence_de_voyage
      agencia_de_viajes agenzia_viaggi reisebureau resebyra matkatoimisto biuro_podrozy 旅行 excursion
      sightseeing safari$ yacht_charter boat_rental bootsverleih cestovni_kancelar cestovna_kancelaria
      utazasi agentie_de_turism ταξιδιωτικ туристическ kelioniu reisiburoo turisticna agencia_de_viagens
      game_drives turizm$ tur_sirket туры$ 여행사 여행 agencia_de_turismo utazasi_iroda location_de_bateau
      marina$ zajezd rejsebureau reisbureau agence_de_voyages agencia_de_viaje agentie_de_calator matkanjarj
      biuro_turyst cestovka турагент турфирм yachthafen jachthaven lystbadehavn gastehavn gjestehavn
      venesatama port_de_plaisance puerto_deportivo velkolcsonz прокат_велосипед bicycle_hire reisgids
      stadtfuhrung tour_guides 観光 ツアー turystyk wycieczki przewodnik_gor przewodnik_turys horsky_vodca
      horsky_pruvod guide_de_montagne guides_de_montagne randonnees$ bergfuhrer bergsteigersch guida_alpina
      guide_alpine guia_de_montana mountain_guide fjellguide sailing_trip boat_tour boat_trip bootstour
      excursions_en_bateau excursiones_en_barco gite_in_barca passeio_de_barco rejsy$ izleti$ brodom
      kiranduled hegyi_vezeto vandringar guidede_ture eraopas eramatk ~holidays$ holiday_packages tours_and
      day_tours guided_walks travel_agent adventure_travel cruises$ honeymoon$ reisen$ gruppenreisen
      kreuzfahrt reiseleit stadtfuhr voyages$ sejours$ circuits$ croisiere visites_guidees viajes$
      turismo_activo cruceros visitas_guiadas viaggi$ crociere gite_organ visite_guidate viagens$ passeios$
      excursoes cruzeiros reizen$ rondreizen excursies resor$ gruppresor guidade_turer rejser$ reiser$
      reisebyra guidede_turer matkat$ ryhmamatk opastetut wczasy$ biuro_podroz pielgrzymk dovolena$
      cestovni_kancel cestovna_kancel dovolenka$ utazas korut excursii circuite$ vacante$ туроператор
      экскурси путешестви тури$ турагенц екскурс подорож туристическа_агенц екскурзи почивки$
      τουριστικο_γραφ εκδρομες ταξιδι tur_sirketi seyahat turlar$ gezi_tur 旅行社 旅游 旅遊 سياحة رحلات سفر
      טיולים תיירות נופש putnicka_agenc putovanj turisticna_agenc potovanj kelioniu_agent ekskurs kelion
      celojum turisma_agent reisid$ gastehafen gasthamn gastebrygga porto_turistico charter$ boat_trips
      travel$
    `,
  ],
];
