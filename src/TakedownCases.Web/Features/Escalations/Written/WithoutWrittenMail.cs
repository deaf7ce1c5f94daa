using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace TakedownCases.Web.Features.Escalations.Written;

/// <summary>Takes the page of written mails out of the application: outside Development there is no such endpoint at all.</summary>
internal sealed class WithoutWrittenMail : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers.Where(one => one.ControllerType == typeof(WrittenMailController)).ToList())
        {
            application.Controllers.Remove(controller);
        }
    }
}
