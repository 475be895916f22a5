namespace LandRegistry.Domain.Rights;

/// <summary>What can be done with the register, as far as rights tell it apart. Every route names the one that it needs.</summary>
public enum RegisterAction
{
    /// <summary>To be signed in, whoever one is: one's own account, the names of laws and land uses, the client's files.</summary>
    SignIn,

    /// <summary>Reads parcels, enterprises, cases, strategies, tenders and what is computed of them.</summary>
    Read,

    /// <summary>Reads telephone numbers of persons.</summary>
    ReadPhones,

    /// <summary>Reads prices, fees, payments, compensation and the figures of enterprises.</summary>
    ReadMoney,

    /// <summary>Reads court matters: seizures, lawsuits, bankruptcy.</summary>
    ReadCourt,

    /// <summary>Takes rows out of the register as a file.</summary>
    Export,

    /// <summary>Brings rows into the register from a file.</summary>
    Import,

    /// <summary>Marks status, hold, officer and notes of parcels.</summary>
    Mark,

    /// <summary>Draws, splits and merges parcels.</summary>
    Draw,

    /// <summary>Enters, corrects and withdraws facts of land, their documents and scans.</summary>
    KeepFacts,

    /// <summary>Keeps enterprises, their figures, states and signs.</summary>
    KeepEnterprises,

    /// <summary>Opens and runs cases of idle land.</summary>
    RunCases,

    /// <summary>Drafts strategies and reports their progress.</summary>
    KeepStrategies,

    /// <summary>Approves strategies.</summary>
    ApproveStrategies,

    /// <summary>Plans and runs tenders, keeps assembly proposals, projects and matching.</summary>
    PlanSupply,

    /// <summary>Undoes a change.</summary>
    Undo,

    /// <summary>Keeps the map's own layers.</summary>
    KeepLayers,

    /// <summary>Makes reports, bulletins and packs for print.</summary>
    Report,

    /// <summary>Keeps accounts, roles and zones of people, ends their sessions.</summary>
    ManagePeople,

    /// <summary>Reads the audit trail and checks it.</summary>
    ReadAudit,

    /// <summary>Switches the public view on and off (Order 53 Article 11).</summary>
    Publish,

    /// <summary>Runs the server: jobs, backups, settings.</summary>
    RunServer,
}
