/** What a schema.org type says of an organisation (https://schema.org/docs/full.html). */

export const SCHEMA_INDUSTRIES: Readonly<Record<string, string>> = listTypes({
  "Software": "SoftwareApplication WebApplication MobileApplication",
  "Finance": "FinancialService BankOrCreditUnion InsuranceAgency AccountingService AutomatedTeller",
  "Healthcare":
    "Dentist Physician MedicalClinic MedicalBusiness Hospital Pharmacy MedicalOrganization DiagnosticLab VeterinaryCare Optician Physiotherapy IndividualPhysician PhysiciansOffice",
  "Education":
    "School EducationalOrganization CollegeOrUniversity Preschool HighSchool ElementarySchool MiddleSchool",
  "Real Estate": "RealEstateAgent GeneralContractor ApartmentComplex Residence",
  "Retail":
    "Store AutoDealer ClothingStore FurnitureStore JewelryStore HobbyShop BookStore BikeStore ConvenienceStore DepartmentStore ElectronicsStore Florist GardenStore GroceryStore HardwareStore HomeGoodsStore LiquorStore MensClothingStore PetStore ShoeStore SportingGoodsStore ToyStore MotorcycleDealer ShoppingCenter",
  "Hospitality":
    "Hotel LodgingBusiness Restaurant CafeOrCoffeeShop BarOrPub VacationRental BedAndBreakfast FoodEstablishment Bakery Hostel Motel Resort Campground IceCreamShop Winery Brewery TravelAgency TouristInformationCenter",
  "Legal": "Attorney LegalService Notary",
  "Logistics": "MovingCompany AutoRental",
  "Media": "NewsMediaOrganization RadioStation TelevisionStation MusicGroup",
  "Consulting": "EmploymentAgency",
  "Other":
    "Electrician Plumber HVACBusiness RoofingContractor HousePainter Locksmith HairSalon BeautySalon NailSalon TattooParlor DaySpa HealthClub ExerciseGym SportsClub AutoRepair AutoWash AutoBodyShop ChildCare Church CityHall GovernmentOffice GovernmentOrganization AnimalShelter DryCleaningOrLaundry",
});

export const SCHEMA_COMPANY_TYPES: Readonly<Record<string, string>> = listTypes({
  "Non-profit": "NGO NonprofitOrganization Church AnimalShelter",
  "Government": "GovernmentOrganization GovernmentOffice CityHall",
  "E-commerce": "OnlineStore OnlineBusiness",
  "B2C":
    "Dentist Physician MedicalClinic Pharmacy VeterinaryCare Optician School Preschool HighSchool ElementarySchool RealEstateAgent Store AutoDealer ClothingStore FurnitureStore JewelryStore Florist BookStore Hotel LodgingBusiness Restaurant CafeOrCoffeeShop BarOrPub VacationRental BedAndBreakfast FoodEstablishment Bakery MovingCompany AutoRental Electrician Plumber HVACBusiness RoofingContractor HousePainter Locksmith HairSalon BeautySalon NailSalon DaySpa HealthClub ExerciseGym AutoRepair ChildCare Attorney",
});

function listTypes(byClass: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(byClass).flatMap(([name, types]) => types.split(" ").map((type) => [type, name])),
  );
}
