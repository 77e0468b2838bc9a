/** Hair and sport; cars, feasts, pets and museums. */
import type { Branch } from "./branch.ts";

export const EVERYDAY: readonly Branch[] = [
  [
    "Other",
    "B2C",
    `
      hairdress hair_salon barber friseur coiffeu peluquer parrucchier kapper$ kapsalon frisor kampaamo
      fryzjer 美容室 美容院 beauty_salon kosmetikstudio kosmetikinstitut institut_de_beaute estetica$
      schoonheidssalon hudvard kauneushoitola nail$ tattoo spa$ wellness gym$ fitness fitnessstudio
      personal_train crossfit yoga$ pilates salle_de_sport gimnasio palestra sportschool kuntosali silowni
      martial_arts kampfsport karate judo tennis$ golf$ reitstall reiterhof horse_riding tanzen kadernict
      fodrasz coafor κομμωτηρ фризьор kirpykl juuksur frizersk cabeleireir guzellik_salon kuafor$ парикмахер
      салон_красоты 미용실 네일 fodraszat szepsegszalon salao_de_beleza barbearia$ kosmetolog kadernictv
      equestrian riding_school reitschule maneggio$ equitazione centre_equestre equitation$ hipica$ ridskola
      rideskole ratsastus jazda_konna jezdeck lovarda конн$ centro_ippico pet_groom dog_groom toelettatura
      toilettage hundesalon hundefriseur hundsalong astrolog tarot$ harfrisor parturi$ *parturi$ frizer$
      hajszalon перукар berber$ barbershop барбер 理容 理髪 barbier$ barbieri borbely κουρει friseursalon
      kappers$ schonheitssalon salon_de_beaute salone_di_bellezza skonhet skonhed kosmetyczn kozmetik
      salon_urody косметолог kosmetick エステ ネイル nagelstudio nagelsalon negle$ neglesalon nails$
      manicure manikur manucure onglerie solarium$ sonnenstudio solarie tatowier tatuaz tatuaj tetoval
      tatuagem tatuagg tatovering tatuering tatuoint tetovan тату ginasio edzoterem γυμναστηρ spor_salonu
      фитнес posilovn fitnes sporthalle sportcenter sportzentrum sports_cent liikuntakesk polideportiv
      saunas$ sauna$ thermalbad therme$ thermen thermes$ uszoda zwembad schwimmbad simhall svommehal
      uimahall aquapark escape_game bowling$ pakohuone lasertag laser_tag paintball karting trampolin
      kletterhalle climbing_gym golfclub golfplatz golfbana golfbane golfkentta escola_de_surf surf_school
      surfschule dive_cent diving_school tauchschule duikschool grozio_salon manikiur skaistumkop frizet
      manikir ilusalong kosmeetik massaaz kozmetick salon_de_infrumusetare salonul_de_infrum frizeri
      козметич маникюр αισθητικη$ sporto_klub sporta_klub spordiklub jousaal treniruokl toiletteur
      hundefriser kutyakozmet strihani_psu psi_salon strzyzenie_psow trymmeri koeratrimm sunu_kirpykl
      trimsalon hondentrimsalon permanent_make maquillage_permanent makijaz_permanent permanentni_make
      depilac epilac haarentfern hair_removal hair$ ~salon$ ~salons$ beauty$ beautician lash$ lashes eyebrow
      ~brows$ massage_and spa_treat facials haarstudio haare$ ~damen_und_herren kosmetikerin coiffure
      coloration$ esthetic centro_de_estetica centro_estetico estetista barbiere$ acconciatur salao$
      unhas_de estetica_e kapster haarsalon nagelstyliste huidverzorging hudterapeut frisersalong
      frisersalon harklipp klippning herreklip klip$ damefrisor frisyr neglestylist parturi-kampaamo
      hiusstudio kynsi$ kynsistudio hiukset$ salon_fryzjersk gabinet_kosmet paznokci kosmetyczka kadernice
      kadernicky kosmeticky_salon nehtov kadernicky_salon nechtov mukorom szempilla salon_de_coafura unghii$
      ~cosmetica$ ногтев$ манікюр салон_краси салон_за_красота νυχια$ αισθητικ μανικιουρ kuaforu
      guzellik_merkezi tirnak$ 美容サロン ヘアサロン 理容室 まつけ 美发 美甲 理发 헤어샵 네일샵 صالون$ تجميل
      حلاق شعر$ מספרה קוסמטיק מניקור ציפורניים kozmeticki_salon nokti$ frizersk_salon kozmeticni_salon groz$
      grozio$ plauku$ nagu$ kuuned$ fitness_studio gym_and ~personal_trainer sala_pesi corsi_di_pilates
      musculation salle_de_musculation entrenador_personal academia_de_ginastica treningssenter
      traningscenter gym_i kuntokeskus klub_fitness fitness_centrum fitko edzes edzoter sala_de_fitness
      antrenor тренажерн иога$ фітнес тренажерн_зал фитнес_център зала_за$ spor_salon pilates_stud シム ヨカ
      フィットネス 健身 瑜伽 헬스장 필라테스 نادي_صحي لياقة חדר_כושר יוגה פילאטיס teretana fitnes_centar
      fitnes_center sporto_salе sporta_zale treenin joogastuudio
    `,
  ],
  [
    "Other",
    "B2C",
    `
      ceramic_coating car_detail auto_detail car_wrap vehicle_wrap window_tint mobile_mechanic brake_repair
      oil_change tyre_shop tire_shop roadside_assist engine_repair automobile_diagnos car_diagnos auto_diagnos
      vehicle_diagnos ~auto_services bengkel_mobil
      car_repair vehicle_repair auto_repair kfz-werkstatt autowerkstatt werkstatt$ karosserie garage_automobile carrosserie
      taller_mecanico autofficina carrozzeria autogarage bilverkstad verkstad$ bilverksted autokorjaamo
      warsztat_samochod 自動車整備 車検 car_wash fahrzeugaufbereit detailing wedding_planner hochzeitsplan
      event_planning eventagentur eventmanag dj$ entertainment$ zauberer childcare tagesmutter dog_training
      hundeschule hundetrain pet_sitting pet_adoption museum$ musee$ museo$ theme_park freizeitpark
      escape_room collision_repair body_shop auto_body dent_removal automaalaamo automaalau kolarikorjau
      peltityo autohuolto officina_specializzata oto_tamir oto_servis автосервис 자동차정비 autoszerviz
      autojavit oficina_mecanica autoservis$ warsztat$ serwis_jachtow towing tow_truck roadside_assistance
      abschleppdienst abschlepp pannenhilfe pannendienst depannage_auto remorquage gruas$ soccorso_stradale
      carro_attrezzi carroattrezzi takeldienst takelbedrijf pechhulp bargning$ bilbargning bilberging
      redningshjaelp hinauspalvelu pomoc_drogowa holowani odtahova odtahove odtah_vozid tractari tractare
      asistenta_rutiera autovontat automent эвакуатор oto_cekici cekici_hizmet レッカー ロートサーヒス
      reboque$ guincho$ tyre_service reifenservice autolavaggi autowasch biltvatt bilvask autopesul myjnia$
      automyck automoso spalatorie_auto автомоик автомиик lavado_de_coches lavage_auto 洗車 bilvaerksted
      autoopravn autoszerel συνεργει автомастерск автомаистерн vulcanizar gommist mechanika_pojazd
      mechanik_samoch oficina_auto garage_auto garagebedrijf reparation_auto karosseriebau kfz-service
      kfz-meister bilservice bilreparat hauptuntersuchung controle_technique katsastus bilbesiktning
      stacja_kontroli apk-keuring zoo$ tierpark zoologisch zoopark museu$ muzeum muzeul μουσει музеи muze$
      博物館 美術館 kino$ kinos$ cinema$ cinemas$ biograf$ biografen elokuvateat mozi$ кинотеатр кінотеатр
      映画館 hundepension dierenpension pet_hotel tierpension kattpensionat hundpensionat hundpassning
      hunddagis koiratarha handyreparatur phone_repair iphone_repair telefoonreparatie reparation_smartphone
      serwis_telefon сервисныи_центр eventservice eventlocation eventteknik lydutleie party_rental
      zeltverleih autoremont autotaisnin automobiliu_remont automobiliu_serv autoteenindus rehvivahetus
      automehanic autolimar vulkanizer auto_servis service_auto tinichig автосервиз kattenpension
      poezenhotel kattenhotel katzenpension katzenhotel pension_feline pension_pour_chat pensione_per_gatti
      cat_hotel cattery$ hotel_dla_kotow koci_hotel kissahoitola kissahotell kattehotell kattepension
      hundekurs valpekurs hundeskole hundkurs hundskol hundtran koirakoul koerakool hondenschool hondentrain
      vycvik_psu vycvik_psov psi_skola kutyaiskola kutyakikepz szkolenie_psow educateur_canin
      education_canine adiestramiento_canino educatore_cinofilo addestramento_cani adestramento_de_caes
      дрессировк sunu_dresur dresura_pasa autobonto casse_auto autowrakow autowrak autodemontage
      autosloperij bilskrot bilophug autopurkamo desguace autodemoliz autovrakov vrakoviste vrakovisk
      autolammut autoverwert schrottplatz dezmembrari autopaja$ rengashuolt cykelvaerkst sykkelverkst
      cykelverkst cykelreparat fietsenmaker fietsreparat fahrradwerkst oprava_elektron opravy_elektron
      witgoed_repar naprawa_agd hvidevareserv vitvaruserv servis_bile serwis_agd oprava_kol autoremond
      rehvitood car_service mot_test servicing_and tyres$ mechanics$ panel_beat valeting breakdown_recovery
      motorhome_repair kfz$ reifenwechsel autoreparatur inspektion_und lackiererei entretien_auto vidange$
      pneus$ controle_tech ~taller$ ~talleres$ neumaticos mecanica_general chapa_y_pintura ~officina$
      pneumatici revisioni_auto tagliandi meccanico_auto ~mecanica$ revisao$ bate-chapa funilaria
      autoreparatie ~banden$ autoservice$ schadeherstel dackbyte autovaerksted dekk$ daekskifte dekkskift
      eu-kontroll autokorjaam renkaat$ rengas$ auto_serwis serwis_samoch mechanika_samoch opony$ wulkanizac
      blacharst lakiernic pneuservis opravy_aut autolakovna oprava_aut$ gumiszerviz gumi_szerviz karosszer
      muszaki_vizsg itp$ reparatii_auto vopsitorie_auto шиномонтаж ремонт_авто кузовнои станці_техобслуг
      ремонт_автомоб шини$ автосервіз смяна_на_гуми ремонт_на_автомоб гуми$ συνεργειο_αυτ ελαστικα$
      βουλκανιζ φανοποι oto_lastik lastik$ oto_bakim oto_elektrik rot_balans oto_kaporta タイヤ 板金塗装
      整備工場 汽车维修 修车 轮胎 카센터 타이어 정비소 ورشة_سيارات اطارات صيانة_سيارات מוסך צמיגים פנצ
      autoservis_za auto_mehan automehan avtoservis avtomehanik padangos padangu ratu_montav auto_apkop
      riepas$ riepu$ autohooldus rehvid$ rehvivahet public_library bibliothek$ bibliotheque biblioteca$
      bibliotheek bibliotek$ biblioteket kirjasto$ biblioteka$ knihovna kniznica konyvtar библиотек
      бібліотек βιβλιοθηκ kutuphane 図書館 图书馆 도서관 مكتبة_عامة ספריה knjiznica raamatukogu event_venue
      wedding_venue events_company veranstaltungs$ salle_de_reception organisation_d_evenement ~eventos$
      organizacion_de_eventos organizzazione_eventi ~matrimoni$ eventos$ casamentos$ evenementen$
      trouwlocatie eventbyra arrangement_og selskapslok juhlapalvelu juhlatila organizacja_imprez
      sala_weselna ~svatby$ poradani_akci ~svadby$ rendezvenyszerv eskuvo$ ~evenimente$ nunti$
      organizare_evenim организация_праздник свадьб$ ивент_агент організація_свят весілля
      организиране_на_събит сватби διοργανωση_εκδ γαμος$ organizasyon_firma dugun$ 結婚式場 イヘント企画
      婚庆 행사대행 تنظيم_حفلات افراح אירועים חתונות vjencanja$ organizacija_dogad poroke$
      organizacija_dogodk renginiu_org vestuv pasakumu_org kazu$ urituskorr pulmad$
    `,
  ],
];
